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
            ("resolution", record.resolution.map(resolution) ?? .null), ("waits_until", .instant(waitsUntil)),
            ("merged_into", .text(record.mergedInto)),
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

    private func resolution(_ clock: ResolutionClock) -> JSONValue {
        let state = clock.state(at: now)
        let endedAt = clock.ending.flatMap { $0.at <= now ? $0.at : nil }
        return .object([
            ("state", .text(state.rawValue)), ("started_at", .instant(clock.startedAt)),
            ("due_at", .instant(state == .paused ? nil : clock.dueAt)), ("ended_at", .instant(endedAt)),
            ("breached", .bool(state == .breached)),
        ])
    }

    /// The end that the pause has, while it lasts.
    private var waitsUntil: Instant? {
        record.state(at: now) == .waiting ? record.standing.waitsUntil : nil
    }

    /// What is owed, in one clause.
    func owed(in zone: ZoneRules) -> String {
        if let other = record.mergedInto { return "goes on in \(other)" }
        guard let wait = record.wait else {
            return record.isHistory && record.isOwed ? "history: no answer is due" : "no answer is due"
        }
        if wait.startedAt > now {
            return "an answer is due from \(LocalClockText.moment(wait.startedAt, in: zone)) on"
        }
        guard let due = wait.dueAt else { return "an answer is due, but the calendar never opens" }
        let when = LocalClockText.moment(due, in: zone)
        return wait.state(at: now) == .breached
            ? "\(wait.kind.rawValue) was due \(when), \(LocalClockText.span(now - due)) ago"
            : "\(wait.kind.rawValue) is due \(when), in \(LocalClockText.span(due - now))"
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
