import ArgumentParser
import Assembly
import Dialogue
import Drafting
import Workflow

struct DraftText: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Draft replies to posts that come as JSON Lines, without store or settings.",
        discussion: """
            One object {"id", "text"} a line comes in, optionally with "author", "platform", "account", "parent"; one object with candidates \
            goes out. The whole stream counts as one page, so wordings vary; the same input gives the same output.
            """)

    @Flag(help: "Read posts as JSON Lines from standard input.")
    var jsonl = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard jsonl else { throw ValidationError("Give --jsonl and posts on standard input.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        var drafting: DraftingFilter
        do {
            drafting = try DraftingFilter(premises: Premises(places.request), now: places.now ?? Clock.read())
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
        try PostFilter(terminal: terminal).run { text, post in
            drafting.answer(to: text, id: (post["id"] ?? .null).line, of: post)
        }
    }
}
