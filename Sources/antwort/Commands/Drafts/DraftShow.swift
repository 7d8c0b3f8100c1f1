import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct DraftShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a draft with what it answers, its checks and the other texts that were offered.")

    @Argument(help: "The first letters of its id.")
    var id: String

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

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
