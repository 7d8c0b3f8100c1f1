import Dialogue
import Storage
import Workflow

/// A reply on its way, as listings print it.
struct OutboxView: Sendable {
    let entry: OutboxEntry

    var fields: [(String, JSONValue)] {
        [
            ("id", .text(entry.id)), ("conversation", .text(entry.approval.conversation)),
            ("account", .text(entry.approval.account)),
            ("state", .text(entry.progress.state.rawValue)), ("reason", .text(entry.progress.reason?.rawValue)),
            ("attempts", .count(entry.progress.attempts)), ("remote_id", .text(entry.progress.reply?.remoteID)),
            ("url", .text(entry.progress.reply?.url)), ("hash", .text(entry.approval.bodyHash)),
            ("approved_by", .text(entry.approval.reviewer)), ("approved_at", .instant(entry.approval.approvedAt)),
            ("next_at", .instant(entry.progress.nextAt)),
        ]
    }

    /// The approved words; what somebody put in their place is shown as it stands.
    var words: String { String(decoding: entry.body, as: UTF8.self) }

    var json: JSONValue { .object(fields) }

    var line: String {
        SafeText.line(
            "\(entry.id.prefix(12))  \(entry.progress.state.rawValue)  \(entry.approval.account)  approved by \(entry.approval.reviewer)  \(words)"
        )
    }

    /// What to tell a person about a reply that is held, or of which nobody is sure.
    var problem: Problem {
        let reason = entry.progress.reason.map { ": \($0.rawValue)" } ?? ""
        return Problem(
            .partial, at: "outbox \(entry.id.prefix(12))", field: entry.approval.account,
            "\(entry.progress.state.rawValue)\(reason)",
            next: "see 'antwort outbox show \(entry.id.prefix(12))'")
    }
}
