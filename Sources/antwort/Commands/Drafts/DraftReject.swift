import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct DraftReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Turn a drafted reply down, and say why: those who write templates read it.")

    @Argument(help: "The first letters of its id.")
    var id: String

    @Option(help: ArgumentHelp("What is wrong with it.", valueName: "text"))
    var reason: String

    @OptionGroup var person: PersonOption
    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
