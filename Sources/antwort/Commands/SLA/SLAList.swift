import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Storage
import Workflow

struct SLAList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List everybody who waits for an answer, the first due on top.",
        usage: "antwort sla list [--within <span>] [options]",
        discussion: """
            FOR is first (the first answer in the conversation) or next (a later one). LEFT is the time until DUE by \
            the clock on the wall, not in opening hours. FLAGS are what a person must look at at once, such as \
            crisis or legal. Imported history is not listed: nothing in it is due.

            Fields with --json: conversation account kind started_at due_at breached late_service_seconds target \
            target_seconds policy.

            Exit codes: 0 listed, or nobody waits; 73 there is no store yet.

            Example:
              antwort sla list --within 2h
            """)

    @Option(
        help: ArgumentHelp(
            "Only those due within this time by the clock on the wall, late ones included: 90s, 30m, 2h or 1d.",
            valueName: "span"))
    var within: String?

    @Option(help: .limit)
    var limit: Int = 200

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
        if let within, SpanArgument(within) == nil {
            throw ValidationError("'\(within)' is not a span of time; write 90s, 30m, 2h or 1d.")
        }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let until = within.flatMap(SpanArgument.init).map { desk.now + $0.seconds }
        let found: [ConversationRecord]
        let queue: [ConversationRecord]
        let words: [String: String]
        do {
            // One more than is shown tells whether there are more.
            found = try await desk.store.queue(dueUntil: until, limit: limit < .max ? limit + 1 : limit)
            queue = Array(found.prefix(limit))
            words = output.json ? [:] : try await desk.store.wordsOwed(in: queue)
        } catch {
            throw Problem(error)
        }
        if output.json {
            for record in queue {
                if let wait = record.wait { terminal.result(json(of: record, wait: wait, at: desk)) }
            }
            return
        }
        guard !queue.isEmpty else {
            terminal.note(try await nobody(at: desk))
            return
        }
        show(queue, words: words, at: desk, on: terminal)
        if found.count > queue.count { terminal.note(MoreRows.note(after: limit)) }
    }

    /// What to say when nobody is listed: others may wait until later than was asked for.
    private func nobody(at desk: Desk) async throws -> String {
        guard let within else { return "Nobody waits for an answer." }
        do {
            let waiting = try await desk.store.totals().waits
            return waiting == 0
                ? "Nobody waits for an answer."
                : "Nobody is due within \(within); \(Counted.text(waiting, "person waits", plural: "people wait")) until later: antwort sla list"
        } catch {
            throw Problem(error)
        }
    }

    private func json(of record: ConversationRecord, wait: ResponseClock, at desk: Desk) -> JSONValue {
        .object([
            ("conversation", .text(record.id)), ("account", .text(record.account)), ("kind", .text(wait.kind.rawValue)),
            ("started_at", .instant(wait.startedAt)), ("due_at", .instant(wait.dueAt)),
            ("breached", .bool(wait.state(at: desk.now) == .breached)),
            ("late_service_seconds", .integer(late(wait, at: desk))), ("target", .text(wait.targetName)),
            ("target_seconds", .integer(wait.target)), ("policy", .count(wait.policy)),
        ])
    }

    /// Service seconds since the due instant; 0 while there is time.
    private func late(_ wait: ResponseClock, at desk: Desk) -> Seconds {
        guard let due = wait.dueAt, desk.now > due else { return 0 }
        return desk.policies.entry(of: wait)?.calendar.elapsed(from: due, to: desk.now) ?? 0
    }

    private func show(
        _ queue: [ConversationRecord], words: [String: String], at desk: Desk, on terminal: Terminal
    ) {
        var table = Table(["DUE", "LEFT", "FOR", "ACCOUNT", "WHO", "INTENT", "LANG", "FLAGS", "ID", "WORDS"])
        var isLate: [Bool] = []
        for record in queue {
            guard let wait = record.wait else { continue }
            let view = ConversationView(record: record, now: desk.now)
            let isBreached = wait.state(at: desk.now) == .breached
            isLate.append(isBreached)
            table.add([
                wait.dueAt.map { LocalClockText.short($0, now: desk.now, in: desk.zone) } ?? "never",
                wait.dueAt.map { due in LocalClockText.span(due - desk.now) + (isBreached ? " late" : "") } ?? "-",
                wait.kind == .firstResponse ? "first" : "next", record.account, view.who, record.intent.rawValue,
                record.language.rawValue, record.flags.flags.map(\.rawValue).joined(separator: ","), record.id,
                words[record.id] ?? "",
            ])
        }
        let lines = table.lines(width: terminal.width)
        for (index, line) in lines.enumerated() {
            let isRed = index > 0 && isLate[index - 1] && terminal.hasColor
            terminal.result(isRed ? "\u{1B}[31m\(line)\u{1B}[0m" : line)
        }
        let late = isLate.count { $0 }
        terminal.note(
            "\(Counted.text(isLate.count, "person waits", plural: "people wait")), \(late) late. Read one with 'antwort conversations show ID'."
        )
    }
}
