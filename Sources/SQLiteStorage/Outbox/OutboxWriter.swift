import Dialogue
import GRDB

/// Writes outbox rows and attempts inside the transaction that its caller opened and keeps or takes back.
struct OutboxWriter {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Queues a row; false when its id or its approval has one, or the same words are on their way to the same target.
    /// - Parameter approval: the row of the version that was approved.
    func insert(_ row: OutboxRow, approval: Int64) throws -> Bool {
        var insert = try Query(
            database,
            """
            INSERT INTO outbox (id, approval, account, target_network, target_id, body_hash, approved_at, body,
                method, path, content_type, request, idempotency_key, seal,
                state, is_finished, reason, attempts, cleared_through,
                ordered_by, ordered_at, ordered_after, order_waives, next_at, expires_at, since, failed_looks,
                absent_since, reply_id, reply_url, reply_at, evidence, epoch, is_restored)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.put(row.id)
        try insert.put(approval)
        try insert.put(row.approval.account)
        try insert.put(row.approval.target.key.network.name)
        try insert.put(row.approval.target.key.remoteID)
        try insert.put(row.approval.bodyHash)
        try insert.put(row.approval.approvedAt)
        try insert.put(row.body.bytes)
        try insert.put(row.request.method)
        try insert.put(row.request.path)
        try insert.put(row.request.contentType)
        try insert.put(row.request.body)
        try insert.put(row.request.key)
        try insert.put(row.seal)
        try insert.put(row.progress)
        return try insert.runUnlessTaken()
    }

    /// Takes the step of a row; false when the row, its attempts or its reply are not as the step needs them.
    func take(_ change: OutboxChange) throws -> Bool {
        var update = try Query(
            database,
            """
            UPDATE outbox SET state = ?, is_finished = ?, reason = ?, attempts = ?, cleared_through = ?,
                ordered_by = ?, ordered_at = ?, ordered_after = ?, order_waives = ?, next_at = ?, expires_at = ?,
                since = ?, failed_looks = ?, absent_since = ?, reply_id = ?, reply_url = ?, reply_at = ?,
                evidence = ?, epoch = ?, is_restored = ?
            WHERE id = ? AND state = ? AND attempts = ?
            """)
        try update.put(change.to)
        try update.put(change.row)
        try update.put(change.fromState.rawValue)
        try update.put(change.fromAttempts)
        guard try update.runUnlessTaken(), update.changes == 1 else { return false }
        if let closed = change.closed, !(try close(closed)) { return false }
        if let opened = change.opened, !(try open(opened)) { return false }
        return true
    }

    // MARK: Attempts

    private func open(_ attempt: Attempt) throws -> Bool {
        var insert = try Query(
            database,
            """
            INSERT INTO attempts (outbox, number, opened_at, boot, boot_seconds, epoch)
            SELECT pk, ?, ?, ?, ?, ? FROM outbox WHERE id = ?
            """)
        try insert.put(attempt.number)
        try insert.put(attempt.openedAt)
        try insert.put(attempt.boot.id)
        try insert.put(attempt.boot.seconds)
        try insert.put(attempt.epoch)
        try insert.put(attempt.outbox)
        return try insert.runUnlessTaken() && insert.changes == 1
    }

    private func close(_ attempt: Attempt) throws -> Bool {
        guard let result = attempt.result else { throw Defect(what: "an attempt was closed without a result") }
        var update = try Query(
            database,
            """
            UPDATE attempts SET outcome = ?, closed_at = ?, bytes_sent = ?, status = ?, curl_code = ?, retry_after = ?,
                remote_id = ?
            WHERE outbox = (SELECT pk FROM outbox WHERE id = ?) AND number = ? AND outcome IS NULL
            """)
        try update.put(result.outcome.rawValue)
        try update.put(result.closedAt)
        try update.put(result.wire.bytesSent)
        try update.put(result.wire.status.map(Int64.init))
        try update.put(result.wire.curlCode.map(Int64.init))
        try update.put(result.wire.retryAfter)
        try update.put(result.wire.remoteID)
        try update.put(attempt.outbox)
        try update.put(attempt.number)
        try update.run()
        return update.changes == 1
    }
}

extension Query {
    /// Twenty parameters, from the state to whether it was restored.
    fileprivate mutating func put(_ progress: OutboxProgress) throws {
        try put(progress.state.rawValue)
        try put(progress.state.isTerminal)
        try put(progress.reason?.rawValue)
        try put(progress.attempts)
        try put(progress.clearedThrough)
        try put(progress.order?.by)
        try put(progress.order?.at)
        try put(progress.order.map { Int64($0.attempts) })
        try put(progress.order?.waives.rawValue)
        try put(progress.nextAt)
        try put(progress.expiresAt)
        try put(progress.since)
        try put(progress.failedLooks)
        try put(progress.absentSince)
        try put(progress.reply?.remoteID)
        try put(progress.reply?.url)
        try put(progress.reply?.at)
        try put(try ListJSON.encoded(progress.evidence))
        try put(progress.epoch)
        try put(progress.isRestored)
    }
}
