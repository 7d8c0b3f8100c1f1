/// How soon a person should look at a post. It sorts a queue and never hides anything.
package enum Urgency: Hashable, Sendable {
    /// Level 0.
    case usual
    /// Level 1.
    case soon(UrgencyReason)
    /// Level 2.
    case atOnce(UrgencyReason)

    /// 0…2, as printed.
    package var level: Int {
        switch self {
        case .usual: 0
        case .soon: 1
        case .atOnce: 2
        }
    }

    /// Why; nil at level 0.
    package var reason: UrgencyReason? {
        switch self {
        case .usual: nil
        case .soon(let reason), .atOnce(let reason): reason
        }
    }

    /// Nil for a level outside 0…2 and for a reason that is missing or out of place.
    package init?(level: Int, reason: UrgencyReason?) {
        switch (level, reason) {
        case (0, nil): self = .usual
        case (1, let reason?): self = .soon(reason)
        case (2, let reason?): self = .atOnce(reason)
        default: return nil
        }
    }
}
