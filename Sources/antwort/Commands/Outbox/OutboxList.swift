import ArgumentParser
import Assembly
import Dialogue
import Storage
import Workflow

struct OutboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List approved replies, the newest first.")

    @Option(help: ArgumentHelp("How many at the most.", valueName: "n"))
    var limit: Int = 100

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let entries: [OutboxEntry]
        do {
            entries = try await desk.store.outbox(before: nil, limit: limit)
        } catch {
            throw Problem(error)
        }
        var table = Table(["ID", "STATE", "WHY", "ACCOUNT", "APPROVED BY", "WHEN", "WORDS"])
        for entry in entries {
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
        }
    }
}
