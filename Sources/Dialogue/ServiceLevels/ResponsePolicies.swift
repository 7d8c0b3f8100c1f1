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

    private let entries: [Entry]

    /// - Parameter entries: in any order; at least one, or no clock runs.
    package init(_ entries: [Entry]) {
        self.entries = entries.sorted { ($0.effectiveFrom, $0.policy) < ($1.effectiveFrom, $1.policy) }
    }

    /// The promise that a clock started at `instant` keeps; the first covers everything before it.
    package func inForce(at instant: Instant) -> Entry? {
        entries.last { $0.effectiveFrom <= instant } ?? entries.first
    }

    /// The promise of the policy with this number.
    package func entry(ofPolicy number: Int) -> Entry? {
        entries.first { $0.policy == number }
    }
}
