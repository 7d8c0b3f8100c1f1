/// What on-call hears about a matter, and why (not).
package enum NoticeDecision: Hashable, Sendable {
    case notify(NoticeLevel, number: Int, NoticeReason)
    case stayQuiet(QuietReason)
}

/// Why a notice goes out; the raw value is a fixed word.
package enum NoticeReason: String, Hashable, Sendable {
    case warningShareReached = "warning-share-reached"
    case firstBreach = "first-breach"
    case crisisFlag = "crisis-flag"
    case failing
    case stuck
    /// What was announced is over.
    case over
}

/// Why none does; the raw value is a fixed word.
package enum QuietReason: String, Hashable, Sendable {
    case nothingOwed = "nothing-owed"
    /// The posts are older than the source's `live_since`.
    case history
    case stillInTime = "still-in-time"
    /// Everything there is to say was said.
    case announced
    case neverAnnounced = "never-announced"
    /// It has not lasted long enough to bother anybody.
    case tooShort = "too-short"
}
