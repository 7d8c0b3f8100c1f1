import ArgumentParser
import Assembly
import Dialogue
import Storage
import Transfers
import Workflow

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send every approved reply once, and find out about those nobody is sure of.",
        discussion: """
            Made for a crontab of its own: silent when all is well. It sends only what a named person approved, byte for byte; what \
            may have been sent is looked for and never sent again on suspicion.

            Exit codes: 0 all is well; 2 a reply is held or unclear, each listed; 75 another run is at work.
            """)

    @Flag(help: "Say what would be sent, and send nothing.")
    var dryRun = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let stopwatch = Stopwatch()
        let desk = try await places.openDesk(for: .writing)
        let lock = try RunLock.take("publish", in: try desk.dataFolder, at: desk.now)
        defer { withExtendedLifetime(lock) {} }
        if dryRun {
            try await list(at: desk, on: terminal)
            return
        }
        let report = try await desk.publishCycle(elapsed: stopwatch.elapsed).run()
        await desk.transfers.shutdown()

        for problem in report.problems { terminal.report(problem) }
        for row in report.held + report.uncertain { terminal.report(OutboxView(entry: OutboxEntry(row)).problem) }
        if output.json {
            terminal.result(SummaryView(summary: report.summary).json)
        } else {
            for row in report.sent {
                terminal.detail("sent \(row.id): \(row.progress.reply?.url ?? row.progress.reply?.remoteID ?? "")")
            }
        }
        if report.summary.held + report.summary.failed > 0 { throw ExitCode(ExitStatus.partly.rawValue) }
    }

    private func list(at desk: Desk, on terminal: Terminal) async throws {
        do {
            for entry in try await desk.store.unfinishedOutbox(limit: 500) {
                terminal.result(output.json ? OutboxView(entry: entry).json.line : OutboxView(entry: entry).line)
            }
        } catch {
            throw Problem(error)
        }
    }
}
