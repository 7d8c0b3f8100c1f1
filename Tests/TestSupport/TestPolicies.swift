package import Dialogue
import ServiceHours

/// Promises for tests.
package enum TestPolicies {
    /// Around the clock, so that minutes are minutes.
    package static func roundTheClock(first: Int64, next: Int64) throws -> ResponsePolicies {
        ResponsePolicies([
            .init(
                policy: 1, effectiveFrom: Instant(seconds: 0),
                target: Target(
                    name: "standard", calendar: "always", firstResponse: first * 60, nextResponse: next * 60),
                calendar: ServiceCalendar(hours: try OpeningHours("24/7"), zone: .utc, holidays: .none))
        ])
    }
}
