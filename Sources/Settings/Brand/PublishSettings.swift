package import ServiceHours

/// What an account's settings say about sending approved replies.
package struct PublishSettings: Hashable, Sendable {
    /// What becomes of a reply whose sending ended unclear and that is not found on the platform afterwards.
    package enum OnAbsent: String, CaseIterable, Hashable, Sendable {
        /// A person decides.
        case hold
        /// It is sent again.
        case retry
    }

    /// From approval to the first attempt, for second thoughts; shorter than ``expires``.
    package let hold: Seconds
    /// From approval to the last attempt.
    package let expires: Seconds
    /// From an unclear outcome to the first look whether the reply is there.
    package let coolDown: Seconds
    /// Between two looks that find nothing; nil: as long as the platform needs (60 s on Mastodon, 120 s on other servers
    /// that speak its language).
    package let settle: Seconds?
    package let onAbsent: OnAbsent

    package init(
        hold: Seconds = 0, expires: Seconds = 12 * 3_600, coolDown: Seconds = 60, settle: Seconds? = nil,
        onAbsent: OnAbsent = .hold
    ) {
        self.hold = hold
        self.expires = expires
        self.coolDown = coolDown
        self.settle = settle
        self.onAbsent = onAbsent
    }
}
