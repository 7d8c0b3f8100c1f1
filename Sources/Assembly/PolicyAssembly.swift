import Dialogue
import ServiceHours
import Settings
import Storage
import Workflow

/// Brings the promises of the settings and those of the store together.
struct PolicyAssembly: Sendable {
    let calendars: CalendarAssembly

    /// The versions in force: those stored, and the settings' as a new one from `now` on where they promise something else.
    func versions(stored: [PolicyVersion], settings: BrandSettings, now: Instant) -> (
        all: [PolicyVersion], new: PolicyVersion?
    ) {
        let next = PolicyVersion(
            number: (stored.last?.number ?? 0) + 1, effectiveFrom: now, targets: settings.targets,
            calendars: settings.calendars)
        if settings.targets.isEmpty { return (stored, nil) }
        if let last = stored.last, last.promisesTheSame(as: next) { return (stored, nil) }
        return (stored + [next], next)
    }

    /// Every target of each version, with its calendar.
    func policies(of versions: [PolicyVersion]) throws(Problem) -> ResponsePolicies {
        var entries: [ResponsePolicies.Entry] = []
        for version in versions {
            var made: [String: ServiceCalendar] = [:]
            for target in version.targets {
                guard let definition = version.calendars.first(where: { $0.name == target.calendar }) else { continue }
                // One calendar for all its targets: it remembers the open hours it has worked out.
                let calendar: ServiceCalendar
                if let known = made[target.calendar] {
                    calendar = known
                } else {
                    calendar = try calendars.calendar(of: definition)
                    made[target.calendar] = calendar
                }
                entries.append(
                    .init(
                        policy: version.number, effectiveFrom: version.effectiveFrom, target: target,
                        calendar: calendar))
            }
        }
        return ResponsePolicies(entries)
    }
}
