import Dialogue
import ServiceHours

/// A conversation as lists print it.
struct ConversationView: Sendable {
    let record: ConversationRecord
    let now: Instant

    var fields: [(String, JSONValue)] {
        [
            ("id", .text(record.id)), ("account", .text(record.account)), ("platform", .text(record.platform)),
            ("thread", .text(record.thread.root)), ("opener", json(record.opener)),
            ("state", .text(record.state(at: now).rawValue)), ("intent", .text(record.intent.rawValue)),
            ("language", .text(record.language.rawValue)), ("register", .text(record.register.rawValue)),
            ("urgency", .count(record.urgency)), ("flags", .list(record.flags.flags.map { .text($0.rawValue) })),
            ("posts", .count(record.posts)), ("opened_at", .instant(record.openedAt)), ("url", .text(record.url)),
            ("history", .bool(record.isHistory)), ("wait", record.wait.map(wait) ?? .null),
            ("first_response", record.firstResponse.map(firstResponse) ?? .null),
        ]
    }

    var json: JSONValue { .object(fields) }

    /// How the opener is called here: the handle, else the name, else the id.
    var who: String { record.opener.handle.map { "@\($0)" } ?? record.opener.name ?? record.opener.id }

    private func json(_ author: Author) -> JSONValue {
        .object([("id", .text(author.id)), ("handle", .text(author.handle)), ("name", .text(author.name))])
    }

    private func wait(_ clock: ResponseClock) -> JSONValue {
        .object([
            ("since", .instant(clock.startedAt)), ("due_at", .instant(clock.dueAt)),
            ("kind", .text(clock.kind.rawValue)),
            ("breached", .bool(clock.state(at: now) == .breached)),
        ])
    }

    private func firstResponse(_ clock: ResponseClock) -> JSONValue {
        let answered: Instant? = if case .answered(_, let at) = clock.ending { at } else { nil }
        return .object([
            ("state", .text(clock.state(at: now).rawValue)), ("started_at", .instant(clock.startedAt)),
            ("due_at", .instant(clock.dueAt)), ("answered_at", .instant(answered)),
            ("seconds", answered.map { .integer($0 - clock.startedAt) } ?? .null),
        ])
    }
}
