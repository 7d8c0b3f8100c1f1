import ArgumentParser
import Assembly
import Dialogue
import Storage
import Workflow

struct OutboxShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an approved reply and every attempt to send it.",
        usage: "antwort outbox show <id> [options]",
        discussion: """
            Prints the text, who approved it, its address when it was sent, each attempt with its outcome, and what \
            the server answered or showed.

            A held reply is not sent again by itself: read why, look on the platform, and answer there if nothing \
            stands there yet.

            Fields with --json: those of 'antwort outbox list', and text evidence attempts_made.

            Exit codes: 0 shown; 65 several replies begin with these letters; 66 there is none; 73 there is no store \
            yet.
            """)

    @Argument(help: .reply)
    var id: String

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let found: [OutboxEntry]
        do {
            found = try await desk.store.outbox(idPrefix: id)
        } catch {
            throw Problem(error)
        }
        guard let entry = found.count == 1 ? found.first : found.first(where: { $0.id == id }) else {
            throw found.isEmpty
                ? Problem(.noInput, at: id, "there is no reply of this id", next: "see 'antwort outbox list'")
                : Problem(.badData, at: id, "several replies begin with it", next: "give more letters of the id")
        }
        output.json ? terminal.result(json(entry)) : show(entry, at: desk, on: terminal)
    }

    private func json(_ entry: OutboxEntry) -> JSONValue {
        let attempts = entry.attempts.map { attempt -> JSONValue in
            .object([
                ("n", .count(attempt.number)), ("opened_at", .instant(attempt.openedAt)),
                ("outcome", .text(attempt.result?.outcome.rawValue)), ("closed_at", .instant(attempt.result?.closedAt)),
                ("status", attempt.result?.wire.status.map { .count($0) } ?? .null),
                ("bytes_sent", attempt.result.map { .integer($0.wire.bytesSent) } ?? .null),
            ])
        }
        return .object(
            OutboxView(entry: entry).fields + [
                ("text", .text(OutboxView(entry: entry).words)),
                ("evidence", .list(entry.progress.evidence.map { .text($0) })),
                ("attempts_made", .list(attempts)),
            ])
    }

    private func show(_ entry: OutboxEntry, at desk: Desk, on terminal: Terminal) {
        let row = entry
        let reason = row.progress.reason.map { " (\($0.rawValue))" } ?? ""
        terminal.result(SafeText.line("\(row.id)  \(row.progress.state.rawValue)\(reason)  \(row.approval.account)"))
        terminal.result(
            SafeText.line(
                "approved by \(row.approval.reviewer), \(LocalClockText.moment(row.approval.approvedAt, in: desk.zone))"
            ))
        if let reply = row.progress.reply {
            terminal.result(SafeText.line("there it is: \(reply.url ?? reply.remoteID)"))
        }
        terminal.result("")
        Paragraph.lines(OutboxView(entry: row).words, width: terminal.width.map { min($0, 100) - 4 }).forEach {
            terminal.result("    \($0)")
        }
        for attempt in entry.attempts {
            let outcome = attempt.result?.outcome.rawValue ?? "open"
            terminal.result("")
            terminal.result(
                "attempt \(attempt.number), \(LocalClockText.moment(attempt.openedAt, in: desk.zone)): \(outcome)")
        }
        for line in row.progress.evidence { terminal.result(SafeText.line("seen: \(line)")) }
    }
}
