import ArgumentParser
import Assembly
import Dialogue
import Storage
import Workflow

struct OutboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List approved replies, the newest on top, sent ones included.",
        usage: "antwort outbox list [options]",
        discussion: """
            'antwort outbox --help' explains STATE; WHY says more of it. To list the held ones only:
              antwort outbox list --json | grep '"state":"held"'

            Fields with --json: id conversation account state reason attempts remote_id url hash approved_by \
            approved_at next_at.

            Exit codes: 0 listed, or there is none; 73 there is no store yet.
            """)

    @Option(help: .limit)
    var limit: Int = 100

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let entries: [OutboxEntry]
        do {
            entries = try await desk.store.outbox(before: nil, limit: limit < .max ? limit + 1 : limit)
        } catch {
            throw Problem(error)
        }
        var table = Table(["ID", "STATE", "WHY", "ACCOUNT", "APPROVED BY", "WHEN", "TEXT"])
        for entry in entries.prefix(limit) {
            if output.json {
                terminal.result(OutboxView(entry: entry).json)
            } else {
                table.add([
                    String(entry.id.prefix(12)), entry.progress.state.rawValue, entry.progress.reason?.rawValue ?? "",
                    entry.approval.account, entry.approval.reviewer,
                    LocalClockText.short(entry.approval.approvedAt, now: desk.now, in: desk.zone),
                    OutboxView(entry: entry).words,
                ])
            }
        }
        guard !output.json else { return }
        if table.isEmpty {
            terminal.note("Nothing was approved yet.")
        } else {
            table.lines(width: terminal.width).forEach(terminal.result)
            if entries.count > limit { terminal.note(MoreRows.note(after: limit)) }
        }
    }
}
