import ArgumentParser
import Assembly
import Dialogue
import Foundation
import Workflow

struct DraftEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Give a draft other words. They are checked, and have to be approved like any.")

    @Argument(help: "The first letters of its id.")
    var id: String

    @Option(help: ArgumentHelp("The file with the words; - for standard input.", valueName: "file"))
    var bodyFile: String?

    @OptionGroup var person: PersonOption
    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let name = try person.name
        let desk = try await places.openDesk(for: .writing)
        let review = try await desk.reviewDesk(makeKey: RandomKey.make)
        let item = try await review.item(named: id)
        let text = try words(for: item.draft.body.text)
        let edited = try await review.edit(item, to: text, by: name)
        if output.json {
            terminal.result(.object([("id", .text(edited.id)), ("hash", .text(edited.hash))]))
        } else {
            for finding in edited.findings {
                terminal.note(SafeText.line("\(finding.level.rawValue): \(finding.rule): \(finding.message)"))
            }
            terminal.note(
                "Changed. Approve it with: antwort drafts approve \(edited.id) --expect \(edited.hash) --as NAME")
        }
    }

    private func words(for current: String) throws -> String {
        let text: String
        if let bodyFile {
            text = try BodyFile.read(bodyFile)
        } else {
            guard !places.noInput else { throw ValidationError("Missing option --body-file FILE.") }
            text = try TextEditor().edited(current)
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
