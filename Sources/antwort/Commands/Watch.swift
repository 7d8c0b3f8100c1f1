import ArgumentParser
import Assembly
import Settings
import Transfers
import Workflow

struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read every source once, run the clocks, and draft replies.",
        usage: "antwort watch [options]",
        discussion: """
            Made for the crontab. Reads what is new at every source (each continues after the last post that was \
            read), opens and updates conversations, starts and stops their clocks, drafts replies for people who \
            wait, and sends alerts to the channels of the settings. It sends no reply.

            What stands at a source before its first run is history: it is read, and nothing in it is due or drafted. \
            live_since: of the source sets an earlier time. Changed settings count from the next run on.

            Drafts are made only for accounts that antwort can publish to: those of platform mastodon with a source \
            of kind api. 'antwort conversations show ID' says why one has no draft.

            It prints nothing when all is well, and one line on standard error for each problem. A broken record is \
            told once: the next run ends with 0 again, and the record stays in 'antwort quarantine list'.

            Fields with --json: new duplicate edited deleted quarantined conversations drafts alerts sent held \
            failed, each a number.

            Exit codes: 0 all is well; 2 a source or message failed, or a record was quarantined; 69 no source could \
            be read; 74 the disk is full or failed; 75 another watch is running; 78 the settings have a mistake, or \
            name no source.

            Example for the crontab:
              */3 * * * *  antwort watch
            """)

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let stopwatch = Stopwatch()
        try requireSources()
        let desk = try await places.openDesk(for: .creating)
        let lock = try RunLock.take("watch", in: try desk.dataFolder, at: desk.now)
        defer { withExtendedLifetime(lock) {} }

        let report = try await desk.watchCycle(elapsed: stopwatch.elapsed, makeID: RandomKey.makeShort).run()
        await desk.transfers.shutdown()

        for problem in report.problems { terminal.report(problem) }
        if output.json {
            terminal.result(SummaryView(summary: report.summary).json)
        } else if terminal.isInteractive || output.verbose {
            for result in report.results {
                terminal.detail(SafeText.line("\(result.source): \(SummaryView(summary: result.summary).sentence)"))
            }
            terminal.note(SummaryView(summary: report.summary).sentence)
            if report.results.contains(where: \.hasMore) {
                terminal.note("More is waiting: the next run goes on there.")
            }
        }
        if let kind = report.failureKind { throw ExitCode(ExitStatus(kind).rawValue) }
    }

    /// Looked at before anything is opened: a run that cannot start makes no empty store, in which nobody would ever seem to wait.
    private func requireSources() throws {
        let premises = Premises(places.request)
        do {
            guard try premises.settings().sources.isEmpty else { return }
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
        guard let file = premises.settingsFile else {
            throw Problem(
                .configuration, at: "settings", "there is no settings file, so there is nothing to watch",
                next: "write one with 'antwort init', or name it with --config")
        }
        throw Problem(
            .configuration, at: file.path, field: "sources", "there is nothing to watch",
            next: "add a source, or bring an export in with 'antwort import'")
    }
}
