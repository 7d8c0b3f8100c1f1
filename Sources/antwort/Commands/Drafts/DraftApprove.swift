import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct DraftApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve a draft, so that the next publish sends it.",
        usage: "antwort drafts approve <id> --expect <hash> --as <name> [options]",
        discussion: """
            The hash says which text you have read: if the draft has another one by now, or the customer has written \
            since, nothing is approved. An approval cannot be taken back. How soon it is sent after that depends on \
            when 'antwort publish' runs, and on hold: below publish: of the account.

            Fields with --json: id outbox state.

            Exit codes: 0 approved; 64 --expect or --as is missing; 65 the text is another one, the customer has \
            written, a check blocks it, or it was decided about: nothing was approved (--json prints the hash of \
            now); 66 there is no such draft.

            Example:
              antwort drafts approve 7f2 --expect "$HASH" --as anna
            """)

    @Argument(help: .draft)
    var id: String

    @Option(
        help: ArgumentHelp(
            "The hash that 'antwort drafts show' prints below the text, all 64 letters.", valueName: "hash"))
    var expect: String

    @OptionGroup var person: PersonOption
    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let name = try person.name
        let desk = try await places.openDesk(for: .writing)
        let review = try await desk.reviewDesk(makeKey: RandomKey.make)
        let item = try await review.item(named: id)
        do {
            let row = try await review.approve(item, expecting: expect.lowercased(), by: name)
            if output.json {
                terminal.result(
                    .object([
                        ("id", .text(item.draft.id)), ("outbox", .text(row.id)),
                        ("state", .text(row.progress.state.rawValue)),
                    ]))
            } else {
                terminal.note(
                    "Approved in the name of \(SafeText.line(name)). It goes out with the next 'antwort publish'.")
            }
        } catch {
            // Programs learn the hash that is current now from the same object.
            if output.json, error.kind == .badData {
                terminal.result(
                    .object([
                        ("id", .text(item.draft.id)), ("state", .text(item.state.word)),
                        ("hash", .text(item.draft.hash)),
                    ]))
            }
            throw error
        }
    }
}
