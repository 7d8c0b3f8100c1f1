package import ServiceHours

/// What a notice says about a reply that is stuck.
package struct OutboxMatter: Hashable, Sendable {
    package let row: String
    package let conversation: String
    package let account: String
    package let state: OutboxState
    package let reason: OutboxReason?
    package let since: Instant

    package init(_ row: OutboxRow) {
        self.row = row.id
        conversation = row.approval.conversation
        account = row.approval.account
        state = row.progress.state
        reason = row.progress.reason
        since = row.progress.since
    }

    /// 24 hex digits: one for each time the row got stuck.
    package var id: String {
        var digest = PartsDigest("outbox-trouble/1")
        digest.add(row)
        digest.add(state.rawValue)
        digest.add(since.seconds)
        return String(digest.hex.prefix(24))
    }
}
