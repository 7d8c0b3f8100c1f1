package import ServiceHours

/// What is known of a server and of the account on it; asked for rarely, kept in the cursor.
package struct MastodonFacts: Hashable, Sendable, Codable {
    /// Seconds for which the facts are taken as they are: a day.
    package static let freshFor: Seconds = 86_400

    /// The version as the server says it; for people.
    package var version: String
    /// Whether the server counts as Mastodon, so that `Idempotency-Key` can be relied upon.
    package var isKeyed: Bool
    /// The most characters a post may have.
    package var maxCharacters: Int
    /// What each link counts on Mastodon, however long it is; imitations announce it too, and count as they please.
    package var urlCharacters: Int
    /// The account's own id.
    package var accountID: String
    /// The account's handle, without `@`.
    package var handle: String
    /// When all of this was asked for.
    package var askedAt: Int64

    package init(
        version: String, isKeyed: Bool, maxCharacters: Int, urlCharacters: Int, accountID: String, handle: String,
        askedAt: Instant
    ) {
        self.version = version
        self.isKeyed = isKeyed
        self.maxCharacters = maxCharacters
        self.urlCharacters = urlCharacters
        self.accountID = accountID
        self.handle = handle
        self.askedAt = askedAt.seconds
    }

    /// - Parameter instance: the answer to `/api/v2/instance`, or the older one.
    init(_ instance: MastodonInstance, account: MastodonAccountRecord, at now: Instant) {
        version = String(instance.version.prefix(100))
        // `(compatible; Pleroma 2.5)` is how imitations name themselves.
        isKeyed = instance.namesMastodon && !instance.version.contains("(compatible;")
        maxCharacters = min(max(instance.maxCharacters ?? 500, 1), 1_000_000)
        urlCharacters = min(max(instance.urlCharacters ?? (isKeyed ? 23 : 0), 0), 10_000)
        accountID = account.id.text
        handle = account.acct ?? ""
        askedAt = now.seconds
    }

    /// Whether it is time to ask again. A clock that ran backwards makes it so, too.
    package func isStale(at now: Instant) -> Bool {
        !(0..<Self.freshFor).contains(now.seconds.subtractingReportingOverflow(askedAt).partialValue)
    }
}
