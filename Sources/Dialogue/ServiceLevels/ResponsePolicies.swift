package import ServiceHours

/// The promises of all times, each with its calendar at hand.
package struct ResponsePolicies: Sendable {
    /// A promise and the time it took effect.
    package struct Entry: Sendable {
        package let policy: Int
        package let effectiveFrom: Instant
        package let target: Target
        package let calendar: ServiceCalendar

        package init(policy: Int, effectiveFrom: Instant, target: Target, calendar: ServiceCalendar) {
            self.policy = policy
            self.effectiveFrom = effectiveFrom
            self.target = target
            self.calendar = calendar
        }
    }

    /// One version of the promises, its targets in the order of the settings.
    private struct Version: Sendable {
        let policy: Int
        let effectiveFrom: Instant
        var entries: [Entry]

        func entry(for subject: TargetSubject?, priority: String?) -> Entry? {
            if let priority, let named = entries.first(where: { $0.target.name == priority }) { return named }
            let subject = priority == ClockEvent.urgent ? subject?.asUrgent : subject
            let fitting = entries.first { entry in
                guard let condition = entry.target.condition else { return true }
                return subject.map(condition.fits) ?? false
            }
            return fitting ?? entries.last
        }
    }

    private let versions: [Version]

    /// - Parameter entries: those of one policy in the order in which they are tried, the policies in any order; without any no clock runs.
    package init(_ entries: [Entry]) {
        var versions: [Version] = []
        for entry in entries {
            if let index = versions.firstIndex(where: { $0.policy == entry.policy }) {
                versions[index].entries.append(entry)
            } else {
                versions.append(Version(policy: entry.policy, effectiveFrom: entry.effectiveFrom, entries: [entry]))
            }
        }
        self.versions = versions.sorted { ($0.effectiveFrom, $0.policy) < ($1.effectiveFrom, $1.policy) }
    }

    /// The promise that a clock started at `instant` keeps; the first version covers everything before it.
    /// - Parameters:
    ///   - subject: what the conditions look at; nil where nothing is known of the matter, which then gets the promise for all.
    ///   - priority: what a person said of it, see ``ClockEvent/priority(_:at:)``.
    package func inForce(at instant: Instant, for subject: TargetSubject? = nil, priority: String? = nil) -> Entry? {
        let version = versions.last { $0.effectiveFrom <= instant } ?? versions.first
        return version?.entry(for: subject, priority: priority)
    }

    /// What the policy with this number promises for a matter.
    package func entry(ofPolicy number: Int, for subject: TargetSubject?, priority: String?) -> Entry? {
        versions.first { $0.policy == number }?.entry(for: subject, priority: priority)
    }

    /// The promise that a clock measures, by the number of its policy and the name of its target.
    package func entry(ofPolicy number: Int, target name: String) -> Entry? {
        guard let entries = versions.first(where: { $0.policy == number })?.entries else { return nil }
        return entries.first { $0.target.name == name } ?? entries.first
    }

    /// The promise that a clock measures.
    package func entry(of clock: ResponseClock) -> Entry? {
        entry(ofPolicy: clock.policy, target: clock.targetName)
    }

    /// The promise that a clock measures.
    package func entry(of clock: ResolutionClock) -> Entry? {
        entry(ofPolicy: clock.policy, target: clock.targetName)
    }

    /// The names of the newest version's targets, in the order in which they are tried.
    package var targetNames: [String] { versions.last?.entries.map(\.target.name) ?? [] }
}
