import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct DraftApprove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve a drafted reply, so that the next 'antwort publish' sends it.",
        discussion: """
            The hash says which words you have read: if the draft reads differently by now, or the customer has spoken since, nothing is \
            approved and the command ends with 65.
            """)

    @Argument(help: "The first letters of its id.")
    var id: String

    @Option(help: ArgumentHelp("The hash of the words you have read, from 'antwort drafts show'.", valueName: "hash"))
    var expect: String

    @OptionGroup var person: PersonOption
    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
