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
        abstract: "Bring a whole export in, once.",
        discussion: """
            Everything in it is history, which is threaded and measured but never due, unless --live says otherwise. Importing a file \
            again changes nothing.

              antwort import twcs.csv --format twcs                     every brand in it becomes an account
              antwort import twcs.csv --format twcs --account acme      only the threads of this brand
              antwort import wall.jsonl --format antwort-posts --account wall
              antwort import reviews.csv --source reviews               written like this source of the settings
            """)

    @Argument(help: "The file, an address, or - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("How it is written: twcs or antwort-posts.", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("The account it is for.", valueName: "name"))
    var account: String?

    @Option(help: ArgumentHelp("Take format and account of this source of the settings.", valueName: "name"))
    var source: String?

    @Flag(help: "Treat its posts as if they had just been written: they become due.")
    var live = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
            if result.failure == nil { terminal.note("Look at them: antwort conversations list") }
        }
        if let failure = result.failure { throw ExitCode(ExitStatus(failure.kind).rawValue) }
        if !result.notices.isEmpty { throw ExitCode(ExitStatus.partly.rawValue) }
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
