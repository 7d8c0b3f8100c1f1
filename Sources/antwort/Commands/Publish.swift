import ArgumentParser
import Assembly
import Dialogue
import Storage
import Transfers
import Workflow

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send every approved reply, once.",
        usage: "antwort publish [--dry-run] [options]",
        discussion: """
            Made for the crontab, beside 'antwort watch': their locks are separate, so both may run at the same \
            time. It sends only what a person approved, to the letter, and prints nothing when all is well.

            If an earlier run broke off and it is not known whether a reply went out, the reply is uncertain: it is \
            looked for on the platform and never sent again on a guess. A reply is held, for a person to look at, \
            when its post was changed or deleted, somebody answered meanwhile, the token was refused, its time ran \
            out, or it cannot be found after an unclear attempt. 'antwort outbox show ID' says which. \
            This release has no command that settles a held reply: answer on the platform's own page if need be.

            In the settings, publish: of an account has hold (how long to wait after the approval), expires (after \
            how long an approval is no longer sent), cool_down and settle (how long to wait before and between two \
            looks for an uncertain reply).

            Fields with --json: new duplicate edited deleted quarantined conversations drafts alerts sent held \
            failed, each a number.

            Exit codes: 0 all is well; 2 a reply is held, uncertain or failed, each listed; 75 another publish is \
            running; 78 the settings have a mistake.

            Example for the crontab:
              */3 * * * *  antwort publish
            """)

    @Flag(help: "List what waits to be sent, and send nothing. Prints nothing if nothing waits.")
    var dryRun = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

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
