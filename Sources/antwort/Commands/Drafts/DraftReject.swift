import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct DraftReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject a draft, and record why.",
        usage: "antwort drafts reject <id> --reason <text> --as <name> [options]",
        discussion: """
            The clock of the conversation goes on. No other reply is drafted for it until somebody writes again: \
            answer on the platform itself, and 'antwort watch' sees that answer. 'antwort drafts show ID' shows the \
            reason later.

            Fields with --json: id state.

            Exit codes: 0 rejected; 64 --reason or --as is missing; 65 it was decided about; 66 there is no such \
            draft.

            Example:
              antwort drafts reject 7f2 --reason "wrong product" --as anna
            """)

    @Argument(help: .draft)
    var id: String

    @Option(help: ArgumentHelp("Why, in a few words, as in 'wrong product'. Required.", valueName: "text"))
    var reason: String

    @OptionGroup var person: PersonOption
    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let name = try person.name
        let desk = try await places.openDesk(for: .writing)
        let review = try await desk.reviewDesk(makeKey: RandomKey.make)
        let item = try await review.item(named: id)
        try await review.reject(item, because: reason, by: name)
        if output.json {
            terminal.result(.object([("id", .text(item.draft.id)), ("state", "rejected")]))
        } else {
            terminal.note("Rejected in the name of \(SafeText.line(name)).")
        }
    }
}
