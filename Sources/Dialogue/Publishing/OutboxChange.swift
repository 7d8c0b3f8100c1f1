import ServiceHours

/// A change of one row, to be written whole or not at all, and only while the row still is as it was when the change was decided.
package struct OutboxChange: Hashable, Sendable {
    package let row: String
    /// The state that is compared.
    package let fromState: OutboxState
    /// The number of attempts that is compared.
    package let fromAttempts: Int
    package let to: OutboxProgress
    /// An attempt to add; written and synced with the change, before anything leaves.
    package let opened: Attempt?
    /// The attempt to close.
    package let closed: Attempt?
    private let request: FrozenRequest

    init(of row: OutboxRow, to progress: OutboxProgress, opened: Attempt? = nil, closed: Attempt? = nil) {
        self.row = row.id
        fromState = row.progress.state
        fromAttempts = row.progress.attempts
        to = progress
        self.opened = opened
        self.closed = closed
        request = row.request
    }

    /// The request that may leave once this change has been written and synced; nil for every change that opens no attempt.
    package var posting: Posting? {
        opened.map { Posting(row: row, attempt: $0.number, request: request) }
    }

    /// The reply to enter into its thread, and to stop the clock with, in the same write; nil unless this change makes it ``OutboxState/sent``.
    package var sent: SentReply? { to.state == .sent ? to.reply : nil }
}

/// A request that may leave now: its attempt is on record.
package struct Posting: Hashable, Sendable {
    package let row: String
    package let attempt: Int
    package let request: FrozenRequest

    init(row: String, attempt: Int, request: FrozenRequest) {
        self.row = row
        self.attempt = attempt
        self.request = request
    }
}
