package import Dialogue
package import ServiceHours

/// A row of the outbox and its attempts, as they are stored: whoever changed them there.
package struct OutboxEntry: Hashable, Sendable {
    package let id: String
    package let approval: ApprovalRecord
    /// The words that were approved, UTF-8.
    package let body: [UInt8]
    package let request: FrozenRequest
    package let seal: String
    package let progress: OutboxProgress
    /// By number.
    package let attempts: [Attempt]

    package init(
        id: String, approval: ApprovalRecord, body: [UInt8], request: FrozenRequest, seal: String,
        progress: OutboxProgress, attempts: [Attempt]
    ) {
        self.id = id
        self.approval = approval
        self.body = body
        self.request = request
        self.seal = seal
        self.progress = progress
        self.attempts = attempts
    }

    package init(_ row: OutboxRow, attempts: [Attempt] = []) {
        self.init(
            id: row.id, approval: row.approval, body: row.body.bytes, request: row.request, seal: row.seal,
            progress: row.progress, attempts: attempts)
    }

    /// The row that may be acted upon.
    /// - Throws: `tampered` when approval, words or request are not as they were approved and frozen.
    package func row() throws(ReviewError) -> OutboxRow {
        try OutboxRow(
            stored: id, approval: approval, body: body, request: request, seal: seal, progress: progress)
    }

    /// Where a page that ends with this one ends.
    package var position: OutboxPosition { OutboxPosition(approvedAt: approval.approvedAt, id: id) }
}

/// Where a page of the outbox ended.
package struct OutboxPosition: Hashable, Sendable {
    package let approvedAt: Instant
    package let id: String

    package init(approvedAt: Instant, id: String) {
        self.approvedAt = approvedAt
        self.id = id
    }
}
