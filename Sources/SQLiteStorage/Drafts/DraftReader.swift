import Dialogue
import GRDB
import Storage

/// Reads drafts and what was decided about them from rows of ``columns``.
enum DraftReader {
    private static let columns = """
        drafts.id, drafts.version, drafts.conversation, drafts.account,
            drafts.target_network, drafts.target_id,
            drafts.target_hash_high, drafts.target_hash_low, drafts.target_visibility, drafts.revision,
            drafts.body, drafts.body_hash, drafts.origin, drafts.is_by_hand,
            drafts.candidates, drafts.findings, drafts.created_at, drafts.expires_at
        """

    /// What every question about drafts alone selects, and from where; the condition follows.
    static let select = "SELECT \(columns) FROM drafts"

    /// The same with the decision and the outbox row; the condition follows.
    static let selectEntry = """
        SELECT \(columns), outbox.id, rejections.draft_id, rejections.version,
            rejections.reviewer, rejections.rejected_at, rejections.reason, \(ApprovalReader.columns)
        FROM drafts
            LEFT JOIN approvals ON approvals.draft = drafts.pk
            LEFT JOIN rejections ON rejections.draft = drafts.pk
            LEFT JOIN outbox ON outbox.approval = drafts.pk
        """

    static func entry(_ row: Query.Row) throws -> DraftEntry {
        DraftEntry(draft: try draft(row), decision: try decision(row), outbox: row.optionalText(18))
    }

    static func draft(_ row: Query.Row) throws -> Draft {
        Draft(
            id: row.text(0), version: Int(row.int(1)), conversation: row.text(2), account: row.text(3),
            target: try row.target(4), revision: ConversationRevision(hex: row.text(9)),
            body: ReplyText(row.bytes(10), hash: row.text(11)),
            origin: row.bool(13) ? .byHand(by: row.text(12)) : .template(row.text(12)),
            candidates: try DraftJSON.candidates(row.bytes(14)), findings: try DraftJSON.findings(row.bytes(15)),
            createdAt: row.instant(16), expiresAt: row.optionalInstant(17))
    }

    private static func decision(_ row: Query.Row) throws -> DraftDecision? {
        if !row.isNull(19) {
            return .rejected(
                RejectionRecord(
                    draft: row.text(19), version: Int(row.int(20)), reviewer: row.text(21),
                    rejectedAt: row.instant(22), reason: row.text(23)))
        }
        return row.isNull(24) ? nil : .approved(try ApprovalReader.approval(row, from: 24))
    }
}

extension ReplyText {
    /// Words as a row holds them. Those that do not fit their hash get their own, so that no approval of others fits them.
    init(_ bytes: [UInt8], hash: String) {
        self = (try? ReplyText(stored: bytes, hash: hash)) ?? ReplyText(String(decoding: bytes, as: UTF8.self))
    }
}

extension Query {
    /// The drafts that the statement selects with ``DraftReader/selectEntry``.
    mutating func draftEntries() throws -> [DraftEntry] {
        var found: [DraftEntry] = []
        try each { found.append(try DraftReader.entry($0)) }
        return found
    }

    /// The drafts that the statement selects with ``DraftReader/select``.
    mutating func drafts() throws -> [Draft] {
        var found: [Draft] = []
        try each { found.append(try DraftReader.draft($0)) }
        return found
    }
}
