import Dialogue
import Settings
import Workflow

/// Hours and holidays mean what they seem to: no rule springs a trap, no event of a holiday file is left out unnoticed.
struct CalendarsCheck: DoctorCheck {
    let name = "calendars"

    func look(at premises: Premises) async -> DoctorFinding {
        guard premises.settingsFile != nil, let settings = try? premises.settings() else {
            return DoctorFinding(.well, "none to look at without settings")
        }
        for calendar in settings.calendars {
            do throws(Problem) {
                _ = try premises.calendars.calendar(of: calendar)
            } catch {
                return DoctorFinding(.broken, "\(error.place): \(error.what)", next: error.next)
            }
        }
        let warnings = settings.calendars.flatMap { premises.calendars.warnings(about: $0) }
        guard let first = warnings.first else {
            return DoctorFinding(.well, settings.calendars.map(\.name).joined(separator: ", "))
        }
        let others = warnings.count > 1 ? " (and \(warnings.count - 1) more, see 'antwort config check')" : ""
        return DoctorFinding(.warning, "\(first.field): \(first.what)\(others)", next: first.next)
    }
}
