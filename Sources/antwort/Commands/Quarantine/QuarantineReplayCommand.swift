import ArgumentParser
import Assembly
import Storage
import Workflow

struct QuarantineReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Read records again, after you corrected the settings.",
        usage: "antwort quarantine replay <id>... [options]\nantwort quarantine replay --all [options]",
        discussion: """
            What can be read now becomes posts and leaves the quarantine; the rest stays. Records that came with \
            'antwort import' stay too: correct the file and import it again.

            Fields with --json: new duplicate edited deleted quarantined conversations drafts alerts sent held \
            failed, each a number.

            Exit codes: 0 every record was read; 2 some stay, each listed; 73 there is no store yet; 75 'antwort \
            watch' is running.

            Example:
              antwort quarantine replay 3 4
            """)

    @Argument(help: .records)
    var ids: [Int64] = []

    @Flag(help: "Every record in quarantine.")
    var all = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard all == ids.isEmpty else { throw ValidationError("Give the IDs of records, or --all.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .writing)
        let lock = try RunLock.take("watch", in: try desk.dataFolder, at: desk.now)
        defer { withExtendedLifetime(lock) {} }
        let wanted = all ? try await everything(at: desk) : ids
        let report = try await desk.quarantineReplay().run(wanted)
        for problem in report.problems { terminal.report(problem) }
        if output.json {
            terminal.result(SummaryView(summary: report.summary).json)
        } else {
            terminal.note(
                "\(report.released.count) of \(wanted.count) read: \(SummaryView(summary: report.summary).sentence).")
        }
        if !report.problems.isEmpty { throw ExitCode(ExitStatus.partly.rawValue) }
    }

    private func everything(at desk: Desk) async throws -> [Int64] {
        do {
            return try await desk.store.quarantinedIDs(of: nil)
        } catch {
            throw Problem(error)
        }
    }
}
