import ArgumentParser
import Assembly
import Dialogue
import Foundation
import Workflow

struct DraftEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Replace the text of a draft.",
        usage: "antwort drafts edit <id> [--body-file <file>] --as <name> [options]",
        discussion: """
            The new text is checked, gets a new hash, and must be approved like any other. The editor is \
            $ANTWORT_EDITOR, $VISUAL or $EDITOR, else vi; without a terminal, give --body-file.

            Fields with --json: id hash.

            Exit codes: 0 replaced; 64 --as is missing, or --no-input was given without --body-file; 65 the text is \
            not acceptable, or the draft was decided about; 66 there is no such draft or file.

            Example:
              antwort drafts edit 7f2 --as anna --body-file - < new.txt
            """)

    @Argument(help: .draft)
    var id: String

    @Option(
        help: ArgumentHelp(
            "The file with the new text in UTF-8; - is standard input. Without it: your editor opens the present text.",
            valueName: "file"))
    var bodyFile: String?

    @OptionGroup var person: PersonOption
    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

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
