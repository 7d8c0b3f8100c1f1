import Dialogue
import GRDB

/// Writes drafts and decisions inside the transaction that its caller opened and keeps or takes back.
struct DraftWriter {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Moves a version on from waiting; false when it is not the newest, not stored or decided.
    func setStanding(_ standing: String, of id: String, version: Int) throws -> Bool {
        var update = try Query(
            database, "UPDATE drafts SET standing = ? WHERE id = ? AND version = ? AND standing = 'waiting'")
        try update.put(standing)
        try update.put(id)
        try update.put(version)
        try update.run()
        return update.changes == 1
    }

    func row(of id: String, version: Int) throws -> Int64? {
        var select = try Query(database, "SELECT pk FROM drafts WHERE id = ? AND version = ?")
        try select.put(id)
        try select.put(version)
        return try select.first { $0.int(0) }
    }

    /// Adds a version that waits for its decision; false when it is stored.
    func insert(_ draft: Draft) throws -> Bool {
        var insert = try Query(
            database,
            """
            INSERT INTO drafts (id, version, standing, conversation, account, target_network, target_id,
                target_hash_high, target_hash_low, target_visibility, revision, body, body_hash, origin, is_by_hand,
                candidates, findings, created_at, expires_at)
            VALUES (?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.put(draft.id)
        try insert.put(draft.version)
        try insert.put(draft.conversation)
        try insert.put(draft.account)
        try insert.put(draft.target)
        try insert.put(draft.revision.hex)
        try insert.put(draft.body.text)
        try insert.put(draft.body.hash)
        switch draft.origin {
        case .template(let name):
            try insert.put(name)
            try insert.put(false)
        case .byHand(let person):
            try insert.put(person)
            try insert.put(true)
        }
        try insert.put(try DraftJSON.encoded(draft.candidates))
        try insert.put(try DraftJSON.encoded(draft.findings))
        try insert.put(draft.createdAt)
        try insert.put(draft.expiresAt)
        return try insert.runUnlessTaken()
    }

    /// Keeps what was decided about the version in `draft`.
    func insert(_ decision: DraftDecision, about draft: Int64) throws {
        switch decision {
        case .approved(let record): try insert(record, about: draft)
        case .rejected(let record): try insert(record, about: draft)
        }
    }

    private func insert(_ record: ApprovalRecord, about draft: Int64) throws {
        var insert = try Query(
            database,
            """
            INSERT INTO approvals (draft, draft_id, version, conversation, account, target_network, target_id,
                target_hash_high, target_hash_low, target_visibility, revision, body_hash, reviewer, approved_at,
                words_expire_at, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.put(draft)
        try insert.put(record.draft)
        try insert.put(record.version)
        try insert.put(record.conversation)
        try insert.put(record.account)
        try insert.put(record.target)
        try insert.put(record.revision.hex)
        try insert.put(record.bodyHash)
        try insert.put(record.reviewer)
        try insert.put(record.approvedAt)
        try insert.put(record.wordsExpireAt)
        try insert.put(record.seal)
        try insert.run()
    }

    private func insert(_ record: RejectionRecord, about draft: Int64) throws {
        var insert = try Query(
            database,
            """
            INSERT INTO rejections (draft, draft_id, version, reviewer, rejected_at, reason) VALUES (?, ?, ?, ?, ?, ?)
            """)
        try insert.put(draft)
        try insert.put(record.draft)
        try insert.put(record.version)
        try insert.put(record.reviewer)
        try insert.put(record.rejectedAt)
        try insert.put(record.reason)
        try insert.run()
    }
}
