import Dialogue

/// Reads approvals from columns in the order of ``columns``.
enum ApprovalReader {
    static let columns = """
        approvals.draft_id, approvals.version, approvals.conversation, approvals.account,
            approvals.target_network, approvals.target_id,
            approvals.target_hash_high, approvals.target_hash_low, approvals.target_visibility, approvals.revision,
            approvals.body_hash, approvals.reviewer, approvals.approved_at, approvals.words_expire_at, approvals.seal
        """

    static func approval(_ row: Query.Row, from column: Int32) throws -> ApprovalRecord {
        ApprovalRecord(
            draft: row.text(column), version: Int(row.int(column + 1)), conversation: row.text(column + 2),
            account: row.text(column + 3), target: try row.target(column + 4),
            revision: ConversationRevision(hex: row.text(column + 9)), bodyHash: row.text(column + 10),
            reviewer: row.text(column + 11), approvedAt: row.instant(column + 12),
            wordsExpireAt: row.optionalInstant(column + 13), seal: row.text(column + 14))
    }
}

extension Query.Row {
    /// From five columns: network, id, the two halves of the hash, visibility.
    func target(_ column: Int32) throws -> DraftTarget {
        DraftTarget(
            key: PostKey(network: Network(text(column)), remoteID: text(column + 1)), hash: hash(column + 2),
            visibility: try Visibility(code: int(column + 4)))
    }
}

extension Query {
    /// Five parameters: network, id, the two halves of the hash, visibility.
    mutating func put(_ target: DraftTarget) throws {
        try put(target.key.network.name)
        try put(target.key.remoteID)
        try put(target.hash)
        try put(target.visibility.code)
    }
}
