import Dialogue
import GRDB
import ServiceHours
import Storage

/// Reads outbox rows with their attempts, all of one snapshot.
struct OutboxReader {
    private let database: Database
    private var attempts: Query

    init(_ database: Database) throws {
        self.database = database
        attempts = try Query(
            database,
            """
            SELECT number, opened_at, boot, boot_seconds, epoch, outcome, closed_at, bytes_sent, status, curl_code,
                retry_after, remote_id
            FROM attempts WHERE outbox = ? ORDER BY number
            """)
    }

    /// What every question about the outbox selects, and from where; the condition follows.
    ///
    /// What both tables hold of the approval comes from the outbox: what its indexes act upon is what the seal is compared with.
    static let select = """
        SELECT approvals.draft_id, approvals.version, approvals.conversation, outbox.account,
            outbox.target_network, outbox.target_id,
            approvals.target_hash_high, approvals.target_hash_low, approvals.target_visibility, approvals.revision,
            outbox.body_hash, approvals.reviewer, outbox.approved_at, approvals.words_expire_at, approvals.seal,
            outbox.pk, outbox.id, body, method, path, content_type, request, idempotency_key, outbox.seal,
            state, reason, attempts, cleared_through, ordered_by, ordered_at, ordered_after, order_waives,
            next_at, expires_at, since, failed_looks, absent_since, reply_id, reply_url, reply_at,
            evidence, epoch, is_restored
        FROM outbox CROSS JOIN approvals ON approvals.draft = outbox.approval
        """

    /// The rows that `query` selects with ``select``.
    mutating func entries(_ query: inout Query) throws -> [OutboxEntry] {
        var found: [OutboxEntry] = []
        try query.each { row in
            let id = row.text(16)
            found.append(
                OutboxEntry(
                    id: id, approval: try ApprovalReader.approval(row, from: 0), body: row.bytes(17),
                    request: FrozenRequest(
                        method: row.text(18), path: row.text(19), contentType: row.text(20), body: row.bytes(21),
                        key: row.optionalText(22)),
                    seal: row.text(23), progress: try Self.progress(row, from: 24),
                    attempts: try attempts(of: id, row: row.int(15))))
        }
        return found
    }

    private static func progress(_ row: Query.Row, from column: Int32) throws -> OutboxProgress {
        let reply = row.optionalText(column + 13).map {
            SentReply(remoteID: $0, url: row.optionalText(column + 14), at: row.optionalInstant(column + 15))
        }
        return OutboxProgress(
            state: try row.word(column, OutboxState.self),
            reason: try row.optionalWord(column + 1, OutboxReason.self), attempts: Int(row.int(column + 2)),
            clearedThrough: Int(row.int(column + 3)), order: try order(row, from: column + 4),
            nextAt: row.instant(column + 8), expiresAt: row.instant(column + 9), since: row.instant(column + 10),
            failedLooks: Int(row.int(column + 11)), absentSince: row.optionalInstant(column + 12), reply: reply,
            evidence: try ListJSON.decoded(row.bytes(column + 16), of: String.self), epoch: row.text(column + 17),
            isRestored: row.bool(column + 18))
    }

    private static func order(_ row: Query.Row, from column: Int32) throws -> RetryOrder? {
        guard let person = row.optionalText(column) else { return nil }
        return RetryOrder(
            by: person, at: row.instant(column + 1), attempts: Int(row.int(column + 2)),
            waives: try row.word(column + 3, OutboxReason.self))
    }

    private mutating func attempts(of id: String, row: Int64) throws -> [Attempt] {
        var found: [Attempt] = []
        try attempts.put(row)
        try attempts.each { row in
            var result: Attempt.Result?
            if let outcome = try row.optionalWord(5, AttemptOutcome.self) {
                let wire = WireFacts(
                    status: row.optionalInt(8).map { Int($0) }, curlCode: row.optionalInt(9).map { Int($0) },
                    bytesSent: row.int(7), retryAfter: row.optionalInt(10), remoteID: row.optionalText(11))
                result = Attempt.Result(outcome: outcome, closedAt: row.instant(6), wire: wire)
            }
            found.append(
                Attempt(
                    outbox: id, number: Int(row.int(0)), openedAt: row.instant(1),
                    boot: BootTime(id: row.text(2), seconds: row.int(3)), epoch: row.text(4), result: result))
        }
        return found
    }
}
