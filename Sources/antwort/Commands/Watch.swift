import ArgumentParser
import Assembly
import Settings
import Transfers
import Workflow

struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read every source once and bring the queue up to date.",
        discussion: """
            Made for a crontab: silent when all is well, one line for each problem, and never two runs at once. Each source goes on \
            where it was left. It never publishes anything.

            Exit codes: 0 all is well; 2 a source failed or a record was quarantined; 69 no source could be read; 75 another run is \
            at work.
            """)

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let stopwatch = Stopwatch()
        let desk = try await places.openDesk(for: .creating)
        let lock = try RunLock.take("watch", in: try desk.dataFolder, at: desk.now)
        defer { withExtendedLifetime(lock) {} }

        guard !desk.settings.sources.isEmpty else {
            throw Problem(
                .configuration, at: desk.premises.settingsFile?.path ?? "settings", field: "sources",
                "there is nothing to watch", next: "add a source, or bring an export in with 'antwort import'")
        }
        let report = try await desk.watchCycle(elapsed: stopwatch.elapsed, makeID: RandomKey.makeShort).run()
        await desk.transfers.shutdown()

        for problem in report.problems { terminal.report(problem) }
        if output.json {
            terminal.result(SummaryView(summary: report.summary).json)
        } else if terminal.isInteractive || output.verbose {
            terminal.note(SummaryView(summary: report.summary).sentence)
            if report.results.contains(where: \.hasMore) {
                terminal.note("More is waiting: the next run goes on there.")
            }
        }
        if let kind = report.failureKind { throw ExitCode(ExitStatus(kind).rawValue) }
    }
}
