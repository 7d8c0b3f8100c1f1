import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct DraftShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a draft, the post it answers, and its hash.",
        usage: "antwort drafts show <id> [options]",
        discussion: """
            Prints where the reply goes and who can read it, the post it answers, the text, what the checks found \
            (block: cannot be approved; warn; info), the hash for 'antwort drafts approve', and the other texts that \
            were offered.

            Fields with --json: those of 'antwort drafts list'.

            Exit codes: 0 shown; 65 several drafts begin with these letters; 66 there is none; 73 there is no store \
            yet.

            Example:
              antwort drafts show 7f2
            """)

    @Argument(help: .draft)
    var id: String

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let item = try await desk.reviewDesk(makeKey: RandomKey.make).item(named: id)
        let view = DraftView(item: item, now: desk.now)
        guard !output.json else {
            terminal.result(view.json)
            return
        }
        view.lines(in: desk.zone, width: terminal.width.map { min($0, 100) - 4 }).forEach(terminal.result)
        terminal.result("hash \(item.draft.hash)")
        for (index, candidate) in item.draft.candidates.enumerated() {
            terminal.result("")
            terminal.result(SafeText.line("[\(index + 1)] \(candidate.origin.word)"))
            Paragraph.lines(candidate.text.text, width: terminal.width.map { min($0, 100) - 4 }).forEach {
                terminal.result("    \($0)")
            }
        }
    }
}
