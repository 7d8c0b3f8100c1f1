import Dialogue
import GRDB
import ServiceHours

/// Reads conversations from rows of ``columns``.
enum ConversationReader {
    /// What every question about conversations selects, and from where; the condition follows.
    ///
    /// CROSS keeps SQLite from starting at another table, which would cost it the order of the index.
    static let select = """
        SELECT conversations.id, desks.account, desks.platform, networks.name, threads.root,
            authors.author_id, authors.handle, authors.name, opening, opened_at, last_post_at, posts,
            intent, language, register, urgency, flags, url, is_history, is_owed, is_cancelled,
            wait_kind, wait_origin, wait_started_at, wait_due_at, wait_target, wait_target_name, wait_policy,
            wait_ended_at, wait_ended_by,
            first_kind, first_origin, first_started_at, first_due_at, first_target, first_target_name, first_policy,
            first_ended_at, first_ended_by, conversations.pk
        FROM conversations
            CROSS JOIN desks ON desks.pk = conversations.desk
            CROSS JOIN threads ON threads.pk = conversations.thread
            CROSS JOIN networks ON networks.pk = threads.network
            CROSS JOIN authors ON authors.pk = conversations.opener
        """

    static let rowColumn: Int32 = 39

    static func conversation(_ row: Query.Row) throws -> ConversationRecord {
        ConversationRecord(
            id: row.text(0), account: row.text(1), platform: row.text(2),
            thread: ThreadKey(network: Network(row.text(3)), root: row.text(4)),
            opener: Author(id: row.text(5), handle: row.optionalText(6), name: row.optionalText(7)),
            opening: row.text(8), openedAt: row.instant(9), lastPostAt: row.instant(10),
            posts: Int(row.int(11)), intent: try row.word(12, Intent.self), language: try row.word(13, Language.self),
            register: try row.word(14, Register.self), urgency: Int(row.int(15)),
            flags: TriageFlags(rawValue: UInt16(truncatingIfNeeded: row.int(16))), url: row.optionalText(17),
            isHistory: row.bool(18), isOwed: row.bool(19), isCancelled: row.bool(20),
            wait: try clock(row, from: 21), firstResponse: try clock(row, from: 30))
    }

    private static func clock(_ row: Query.Row, from column: Int32) throws -> ResponseClock? {
        if row.isNull(column) { return nil }
        let ending: ResponseClock.Ending?
        if let endedAt = row.optionalInstant(column + 7) {
            ending =
                row.optionalText(column + 8).map { .answered(by: $0, at: endedAt) } ?? .cancelled(at: endedAt)
        } else {
            ending = nil
        }
        return ResponseClock(
            kind: try row.word(column, ResponseClock.Kind.self), origin: row.text(column + 1),
            startedAt: row.instant(column + 2), dueAt: row.optionalInstant(column + 3), target: row.int(column + 4),
            targetName: row.text(column + 5), policy: Int(row.int(column + 6)), ending: ending)
    }
}

extension Query {
    /// The conversations the statement selects with ``ConversationReader/select``.
    mutating func conversations() throws -> [ConversationRecord] {
        var found: [ConversationRecord] = []
        try each { found.append(try ConversationReader.conversation($0)) }
        return found
    }
}
