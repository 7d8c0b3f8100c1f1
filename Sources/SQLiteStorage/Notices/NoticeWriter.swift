import Dialogue
import GRDB
import Storage

/// Queues notices inside the transaction that its caller opened.
struct NoticeWriter {
    private var insert: Query
    private var end: Query

    init(_ database: Database) throws {
        insert = try Query(
            database,
            """
            INSERT INTO notices (notice_key, subject, channel, is_over, matter, conversation, origin, kind, name,
                recipients, queued_at, state, attempts, sent_at, last_error)
            VALUES (?1, ?2, ?3,
                ?4 OR EXISTS (SELECT 1 FROM notices WHERE subject = ?2 AND channel = ?3 AND is_over = 1),
                ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            ON CONFLICT DO NOTHING
            """)
        end = try Query(database, "UPDATE notices SET is_over = 1 WHERE subject = ? AND channel = ? AND is_over = 0")
    }

    /// Queues a notice; false when its key has one.
    mutating func queue(_ notice: NoticeRecord) throws -> Bool {
        let key = notice.key
        guard NoticeKey(text: key.text) == key else {
            throw Defect(what: "a notice came with a key that its text does not name")
        }
        let columns = notice.subject.columns
        try insert.put(key.text)
        try insert.put(key.subject)
        try insert.put(key.recipient)
        try insert.put(key.level == .recovery)
        try insert.put(columns.matter)
        try insert.put(columns.conversation)
        try insert.put(columns.origin)
        try insert.put(columns.kind)
        try insert.put(columns.name)
        try insert.put(try ListJSON.encoded(notice.recipients))
        try insert.put(notice.queuedAt)
        try insert.put(notice.state.rawValue)
        try insert.put(notice.attempts)
        try insert.put(notice.sentAt)
        try insert.put(notice.lastError)
        try insert.run()
        guard insert.changes == 1 else { return false }
        if key.level == .recovery {
            try end.put(key.subject)
            try end.put(key.recipient)
            try end.run()
        }
        return true
    }
}
