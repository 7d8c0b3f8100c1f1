package import Dialogue
import ServiceHours

/// Something in a calendar of the settings that is valid and hardly meant.
package struct CalendarWarning: Hashable, Sendable {
    /// The key it is about: `calendars.service.hours`.
    package let field: String
    /// What happens, as a sentence without its full stop.
    package let what: String
    /// What to do about it.
    package let next: String
}

extension CalendarAssembly {
    /// What the hours and the holiday file of a definition are warned of; events left out for one reason are one warning.
    package func warnings(about definition: CalendarDefinition) -> [CalendarWarning] {
        var warnings: [CalendarWarning] = []
        if let hours = try? OpeningHours(definition.hours) {
            warnings += hours.warnings.map { warning in
                CalendarWarning(
                    field: "calendars.\(definition.name).hours",
                    what: "character \(warning.position + 1): \(warning.message)", next: warning.advice)
            }
        }
        guard case .calendar(let text) = definition.holidays, let file = try? HolidaySet.iCalendar(text) else {
            return warnings
        }
        for code in ICalendarWarning.Code.allCases {
            let alike = file.warnings.filter { $0.code == code }
            guard let first = alike.first else { continue }
            let place = first.summary.isEmpty ? "line \(first.line)" : "line \(first.line), '\(first.summary)'"
            let others = alike.count > 1 ? " (\(alike.count - 1) more like it)" : ""
            warnings.append(
                CalendarWarning(
                    field: "calendars.\(definition.name).holidays", what: "\(place): \(first.message)\(others)",
                    next: first.advice))
        }
        return warnings
    }
}
