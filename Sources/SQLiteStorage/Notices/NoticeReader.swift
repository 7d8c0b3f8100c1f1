import Dialogue
import Storage

/// Reads notices from rows of ``select``.
enum NoticeReader {
    /// What every question about notices selects, and from where; the condition follows.
    static let select = """
        SELECT notice_key, matter, conversation, origin, kind, name, recipients, queued_at, state, attempts, sent_at,
            last_error
        FROM notices
        """

    static func notice(_ row: Query.Row) throws -> NoticeRecord {
        guard let key = NoticeKey(text: row.text(0)) else { throw Damage(what: "a notice's key that cannot be read") }
        return NoticeRecord(
            key: key, subject: try subject(row), recipients: try ListJSON.decoded(row.bytes(6), of: String.self),
            queuedAt: row.instant(7), state: try row.word(8, NoticeRecord.State.self), attempts: Int(row.int(9)),
            sentAt: row.optionalInstant(10), lastError: row.optionalText(11))
    }

    private static func subject(_ row: Query.Row) throws -> NoticeSubject {
        switch row.text(1) {
        case "wait":
            .wait(
                conversation: row.text(2), origin: row.text(3),
                kind: try row.word(4, ResponseClock.Kind.self))
        case "source": .source(name: row.text(5))
        case "outbox": .outbox(row: row.text(5), conversation: row.text(2))
        default: throw Damage(what: "a notice about something unknown")
        }
    }
}

extension NoticeSubject {
    /// How it stands in five columns. A word, once written, keeps its meaning for ever.
    struct Columns {
        let matter: String
        var conversation: String?
        var origin: String?
        var kind: String?
        var name: String?
    }

    var columns: Columns {
        switch self {
        case .wait(let conversation, let origin, let kind):
            Columns(matter: "wait", conversation: conversation, origin: origin, kind: kind.rawValue)
        case .source(let name): Columns(matter: "source", name: name)
        case .outbox(let row, let conversation): Columns(matter: "outbox", conversation: conversation, name: row)
        }
    }
}

extension Query {
    /// The notices that the statement selects with ``NoticeReader/select``.
    mutating func notices() throws -> [NoticeRecord] {
        var found: [NoticeRecord] = []
        try each { found.append(try NoticeReader.notice($0)) }
        return found
    }
}
