import ArgumentParser
import Assembly
import Storage
import Workflow

struct QuarantineDiscard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Delete records that nobody needs any more.",
        usage:
            "antwort quarantine discard <id>... [options]\nantwort quarantine discard --all [--source <source>] [options]",
        discussion: """
            They are gone for good: 'antwort quarantine show ID --raw' saves one first. Meant for records of an import, \
            once the corrected file was imported, and for what was never a post.

            Fields with --json: discarded.

            Exit codes: 0 deleted; 2 a record was not there, each listed; 73 there is no store yet.

            Examples:
              antwort quarantine discard 3 4
              antwort quarantine discard --all --source import
            """)

    @Argument(help: .records)
    var ids: [Int64] = []

    @Flag(help: "Every record in quarantine.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "With --all: only the records of this source, or of \"import\".", valueName: "source"))
    var source: String?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard all == ids.isEmpty else { throw ValidationError("Give the IDs of records, or --all.") }
        guard all || source == nil else { throw ValidationError("--source goes with --all.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .writing)
        var wanted: Set<Int64> = []
        var discarded = 0
        do {
            wanted = all ? Set(try await desk.store.quarantinedIDs(of: source)) : Set(ids)
            for id in ids {
                guard try await desk.store.quarantined(id) == nil else { continue }
                terminal.report(
                    Problem(
                        .noInput, at: "quarantine \(id)", "there is no such record",
                        next: "see 'antwort quarantine list'"))
            }
            discarded = try await desk.store.discard(quarantined: wanted)
        } catch {
            throw Problem(error)
        }
        if output.json {
            terminal.result(.object([("discarded", .count(discarded))]))
        } else {
            terminal.note("\(Counted.text(discarded, "record")) deleted.")
        }
        if discarded < wanted.count { throw ExitCode(ExitStatus.partly.rawValue) }
    }
}
