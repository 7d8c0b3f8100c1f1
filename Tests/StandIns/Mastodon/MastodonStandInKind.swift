/// Which server a stand-in behaves like, as far as their ways differ.
package enum MastodonStandInKind: Hashable, Sendable, CaseIterable {
    /// Snowflake ids, `min_id` shows what follows directly, a repeated `Idempotency-Key` makes no second post.
    case mastodon
    /// ULIDs, no idempotency, no answer about many statuses at once.
    case goToSocial
    /// Ids that are no numbers, the newest 64 notifications only, `min_id` shows the newest page, an older interface.
    case snac
}
