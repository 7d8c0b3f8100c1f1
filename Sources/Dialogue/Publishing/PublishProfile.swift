package import ServiceHours

/// How a platform behaves when a reply is published there, and what the account's settings say about it.
package struct PublishProfile: Hashable, Sendable {
    /// What becomes of a reply that was looked for twice and is not there.
    package enum OnAbsent: String, Hashable, Sendable {
        /// A person decides.
        case hold
        /// It goes again. Where the platform shows replies later than ``PublishProfile/settle``, it then stands there twice.
        case retry
    }

    /// Whether the platform recognises a repetition by its key.
    package var isKeyed: Bool
    /// How long after the first attempt we trust it to.
    package var keyValidFor: Seconds
    /// From an unclear outcome to the first look.
    package var coolDown: Seconds
    /// Between two looks that find nothing, before that counts.
    package var settle: Seconds
    /// Whether one complete look that finds nothing is a proof.
    package var absentProves: Bool
    package var onAbsent: OnAbsent
    /// From approval to the first attempt, for second thoughts.
    package var hold: Seconds
    /// From approval to the last attempt.
    package var expires: Seconds
    /// Whether a refused token can be renewed.
    package var renewsToken: Bool
    /// Attempts for one approval, or for one order of a person.
    package var attemptLimit: Int

    package init(
        isKeyed: Bool, keyValidFor: Seconds, coolDown: Seconds = 60, settle: Seconds, absentProves: Bool = false,
        onAbsent: OnAbsent = .hold, hold: Seconds = 0, expires: Seconds = 12 * 3600, renewsToken: Bool = false,
        attemptLimit: Int = 4
    ) {
        self.isKeyed = isKeyed
        self.keyValidFor = keyValidFor
        self.coolDown = coolDown
        self.settle = settle
        self.absentProves = absentProves
        self.onAbsent = onAbsent
        self.hold = hold
        self.expires = expires
        self.renewsToken = renewsToken
        self.attemptLimit = attemptLimit
    }

    /// A server that counts as Mastodon: it remembers a key for an hour, of which we trust 50 minutes.
    package static let mastodon = PublishProfile(isKeyed: true, keyValidFor: 50 * 60, settle: 60)
    /// Any other server that speaks Mastodon's language: no key is assumed.
    package static let mastodonLike = PublishProfile(isKeyed: false, keyValidFor: 0, settle: 120)
    /// A platform that recognises no repetition and shows replies late.
    package static let withoutKey = PublishProfile(isKeyed: false, keyValidFor: 0, settle: 10 * 60)
}
