import ArgumentParser
import Assembly
import Connectors
import Dialogue
import Foundation
import ServiceHours
import Settings
import Transfers
import Workflow

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring in an export file, once.",
        usage:
            "antwort import <file> --format <format> [--account <account>] [options]\nantwort import <file> --source <source> [options]",
        discussion: """
            Imported posts count as history: they are part of conversations and can be read, but nobody has to \
            answer them, and nothing is drafted. With --live they start clocks.

            Posts that are already in are skipped: importing a file again adds no post. Records that cannot be read \
            are listed and kept in quarantine, once each: correct the file and import it again, then drop them with \
            'antwort quarantine discard'.

            A line of antwort-posts is an object such as
              {"id":"17","at":"2026-03-06T10:00:00Z","text":"Where is my parcel?",
               "author":{"id":"42","handle":"@ben"},"parent":null}
            on one line; "parent" is the id of the post it replies to.

            Fields with --json: new duplicate edited deleted quarantined conversations drafts alerts sent held \
            failed, each a number.

            Exit codes: 0 done; 2 a record could not be read, each listed; 64 an option is missing; 65 the file is \
            not of this format; 66 there is no such file; 69 the address could not be read; 75 another import is \
            running; 78 there is no such account or source, or the settings have a mistake.

            Examples:
              antwort import twcs.csv --format twcs
                  every brand in it becomes an account
              antwort import twcs.csv --format twcs --account acme
                  only the threads of this brand
              antwort import wall.jsonl --format antwort-posts --account wall
                  for the account wall of the settings
              antwort import reviews.csv --source reviews
                  columns and account as in the source reviews of the settings
            """)

    @Argument(help: "The file, an http or https address, or - for standard input.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "twcs (the 'Customer Support on Twitter' CSV) or antwort-posts (JSON Lines, one post a line). For csv see --source.",
            valueName: "format"))
    var format: String?

    @Option(
        help: ArgumentHelp(
            "The account the posts are for. Required with antwort-posts, where it must stand in the settings. With twcs: only the threads of this brand.",
            valueName: "account"))
    var account: String?

    @Option(
        help: ArgumentHelp(
            "Format, columns and account of this source of the settings, instead of --format and --account. The way for csv.",
            valueName: "source"))
    var source: String?

    @Flag(help: "Start clocks, each from the post's own time: old posts may be late at once. Without it: history.")
    var live = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let stopwatch = Stopwatch()
        let input = try InputFile(file)
        defer { input.discard() }
        let desk = try await places.openDesk(for: .creating)
        let lock = try RunLock.take("import", in: try desk.dataFolder, at: desk.now)
        defer { withExtendedLifetime(lock) {} }

        if desk.premises.settingsFile == nil {
            terminal.note("No settings file: the shipped hours and targets count. 'antwort init' writes one.")
        }
        let order = try order(at: desk, url: input.url)
        let progress = ProgressLine(isShown: terminal.showsProgress, elapsed: stopwatch.elapsed)
        let result = try await desk.importFile(elapsed: stopwatch.elapsed, progress: progress.update).run(order)
        progress.end()
        await desk.transfers.shutdown()

        for problem in result.notices { terminal.report(problem) }
        if let failure = result.failure { terminal.report(failure) }
        if output.json {
            terminal.result(SummaryView(summary: result.summary).json)
        } else {
            terminal.note(SummaryView(summary: result.summary).sentence)
            if result.summary.quarantined > 0 {
                terminal.note(
                    "What could not be read is in 'antwort quarantine list': correct the file and import it again.")
            }
            if result.summary.new > 0, result.summary.conversations == 0 {
                terminal.note(
                    "No conversation began. A post opens one when it names the account's handle, answers a post of the brand, or stands on its page."
                )
            }
            if result.summary.posts > 0 { terminal.note("Next: antwort conversations list") }
        }
        if let failure = result.failure { throw ExitCode(ExitStatus(failure.kind).rawValue) }
        if !result.notices.isEmpty { throw ExitCode(ExitStatus.partly.rawValue) }
    }

    func validate() throws {
        if source != nil, format != nil || account != nil {
            throw ValidationError("Give --source, or --format and --account: the source has a format and an account.")
        }
    }

    private func order(at desk: Desk, url: String) throws -> ImportFile.Order {
        let liveSince = live ? Instant(seconds: 0) : nil
        if let source {
            let known = try desk.source(named: source)
            return .init(url: url, format: known.format, account: known.account, liveSince: liveSince)
        }
        switch format {
        case "twcs":
            return .init(
                url: url, format: .twcs, account: account.map { brand($0, at: desk) }, liveSince: liveSince)
        case "antwort-posts":
            guard let name = account else {
                throw ValidationError(
                    "Missing option --account: whose posts are these? Name an account of the settings.")
            }
            guard let known = desk.settings.accounts.first(where: { $0.name == name })?.identity else {
                throw Problem(
                    .configuration, at: desk.premises.settingsFile?.path ?? "settings", field: "accounts",
                    "there is no account \(name)", next: "add it: the brand is recognised by its handle or id")
            }
            return .init(url: url, format: .antwortPosts(network: known.network), account: known, liveSince: liveSince)
        case "csv":
            throw ValidationError("Columns are mapped in the settings: give --source NAME instead of --format csv.")
        case let other?:
            throw ValidationError("Unknown format '\(other)': twcs or antwort-posts, or --source NAME.")
        case nil:
            throw ValidationError("Missing option --format: twcs or antwort-posts, or --source NAME.")
        }
    }

    /// An account of the settings, or a new one that is called like the brand.
    private func brand(_ name: String, at desk: Desk) -> Account {
        desk.account(named: name, format: .twcs)
            ?? Account(
                name: name, platform: "export", network: ExportFormat.twcsNetwork,
                author: Author(id: name, handle: name))
    }
}
