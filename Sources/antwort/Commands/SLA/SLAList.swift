import ArgumentParser
import Assembly
import Dialogue
import ServiceHours
import Storage
import Workflow

struct SLAList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List everybody who waits for an answer, the first due on top.",
        usage: "antwort sla list [--within <span>] [--all] [options]",
        discussion: """
            FOR is first (the first answer in the conversation), next (a later one) or resolution. LEFT is the time \
            until DUE by the clock on the wall, not in opening hours; USED is the share of the promised time that is \
            gone. FLAGS are what a person must look at at once, such as crisis or legal. Imported history is not \
            listed: nothing in it is due.

            Fields with --json: conversation kind origin started_at counts_from due_at ended_at state breached \
            breached_at detected_at late_service_seconds late_wall_seconds elapsed_seconds remaining_seconds used_percent \
            warn_at target target_seconds policy account.

            Exit codes: 0 listed, or nobody waits; 73 there is no store yet.

            Example:
              antwort sla list --within 2h
            """)

    @Option(
        help: ArgumentHelp(
            "Only those due within this time by the clock on the wall, late ones included: 90s, 30m, 2h or 1d.",
            valueName: "span"))
    var within: String?

    @Flag(help: "Resolutions, too: those that are due and those that rest while we wait for the customer.")
    var all = false

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
        var rows: [Row]
        let isMore: Bool
        let words: [String: String]
        do {
            // One more than is shown tells whether there are more.
            let most = limit < .max ? limit + 1 : limit
            let waiting = try await desk.store.queue(dueUntil: until, limit: most)
            rows = waiting.compactMap { row($0, at: desk) }
            if all {
                let resolving = try await desk.store.resolutions(dueUntil: until, at: desk.now, limit: most)
                rows += resolving.compactMap { resolutionRow($0, at: desk) }
                rows.sort { $0.place < $1.place }
            }
            isMore = rows.count > limit
            rows = Array(rows.prefix(limit))
            words = output.json ? [:] : try await desk.store.wordsOwed(in: rows.map(\.record))
        } catch {
            throw Problem(error)
        }
        if output.json {
            for row in rows {
                terminal.result(.object(row.clock.fields + [("account", .text(row.record.account))]))
            }
            return
        }
        guard !rows.isEmpty else {
            terminal.note(try await nobody(at: desk))
            return
        }
        show(rows, words: words, at: desk, on: terminal)
        if isMore { terminal.note(MoreRows.note(after: limit)) }
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

    /// A clock in the queue, and whose it is.
    private struct Row {
        let record: ConversationRecord
        let clock: ClockView

        var place: (Instant, String, String) {
            (clock.verdict.dueAt ?? Instant(seconds: .max), record.id, clock.verdict.kind)
        }
    }

    private func row(_ record: ConversationRecord, at desk: Desk) -> Row? {
        guard let wait = record.wait, let view = ClockView(wait, of: record.id, under: desk.policies, at: desk.now)
        else { return nil }
        return Row(record: record, clock: view)
    }

    private func resolutionRow(_ record: ConversationRecord, at desk: Desk) -> Row? {
        guard let clock = record.resolution,
            let view = ClockView(clock, of: record.id, under: desk.policies, at: desk.now)
        else { return nil }
        return Row(record: record, clock: view)
    }

    private func show(_ rows: [Row], words: [String: String], at desk: Desk, on terminal: Terminal) {
        var table = Table(["DUE", "LEFT", "USED", "FOR", "ACCOUNT", "WHO", "INTENT", "LANG", "FLAGS", "ID", "WORDS"])
        for row in rows {
            let record = row.record
            table.add([
                row.clock.verdict.dueAt.map { LocalClockText.short($0, now: desk.now, in: desk.zone) } ?? "-",
                row.clock.left(at: desk.now), "\(row.clock.verdict.percentUsed) %", row.clock.kindWord, record.account,
                ConversationView(record: record, now: desk.now).who, record.intent.rawValue, record.language.rawValue,
                record.flags.flags.map(\.rawValue).joined(separator: ","), record.id, words[record.id] ?? "",
            ])
        }
        let lines = table.lines(width: terminal.width)
        for (index, line) in lines.enumerated() {
            let isRed = index > 0 && rows[index - 1].clock.verdict.state == .breached && terminal.hasColor
            terminal.result(isRed ? "\u{1B}[31m\(line)\u{1B}[0m" : line)
        }
        let late = rows.count { $0.clock.verdict.state == .breached }
        terminal.note(
            "\(what(rows.count)), \(late) late. Read one with 'antwort conversations show ID'.")
    }

    private func what(_ count: Int) -> String {
        all ? Counted.text(count, "clock") : Counted.text(count, "person waits", plural: "people wait")
    }
}
