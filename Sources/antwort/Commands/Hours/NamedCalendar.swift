import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Settings
import Workflow

/// Finds a calendar of the settings.
struct NamedCalendar: Sendable {
    let name: String
    let calendar: ServiceCalendar

    /// - Parameter name: nil for the only one there is.
    init(_ name: String?, places: PlaceOptions) throws {
        let premises = Premises(places.request)
        do {
            let calendars = try premises.settings().calendars
            let found = name == nil && calendars.count == 1 ? calendars.first : calendars.first { $0.name == name }
            guard let definition = found else {
                let names = calendars.map(\.name).joined(separator: ", ")
                throw Problem(
                    .noInput, at: name ?? "calendar",
                    name == nil ? "the settings have several calendars" : "there is no such calendar",
                    next: "name one of: \(names)")
            }
            self.name = definition.name
            calendar = try premises.calendars.calendar(of: definition)
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
    }
}
