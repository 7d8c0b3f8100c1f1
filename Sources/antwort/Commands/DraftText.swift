import ArgumentParser
import Assembly
import Dialogue
import Drafting
import Workflow

struct DraftText: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Try the templates: draft replies, and save nothing.",
        usage: "antwort draft --jsonl [options] < posts.jsonl",
        discussion: """
            A filter for trying templates; 'antwort drafts' has the drafts that were saved. One object with "id" and \
            "text" a line comes in, and one with "candidates" comes out: the texts to choose from, each with its \
            template and what the checks found. Where no answer is due, "candidates" is empty and "no_answer" says \
            why. "author" (a name, or {"id", "handle", "name"}), "platform", "account" and "parent" may be there.

            Settings are not read: brand, calendar and opening hours in the replies are the shipped ones (Mo-Fr \
            6-22, Sa-So 10-22, Europe/Berlin), not yours. --config and --data have no effect but that a templates \
            folder beside the settings file is found.

            The whole input counts as one page: replies in one run differ in wording. The same input at the same \
            --now gives the same output.

            Exit codes: 0 every line was read; 65 a line was not: it has {"id", "error"} in its place, and the rest \
            went on; 78 a template has a mistake, or the folder is not there.

            Example:
              echo '{"id":"1","text":"Mein Paket ist weg"}' | antwort draft --jsonl
            """)

    @Flag(help: "Read posts as JSON Lines from standard input.")
    var jsonl = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard jsonl else { throw ValidationError("Give --jsonl and posts on standard input.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        var drafting: DraftingFilter
        do {
            drafting = try await DraftingFilter(premises: Premises(places.request), now: places.now ?? Clock.read())
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
        try PostFilter(terminal: terminal).run { text, post in
            drafting.answer(to: text, id: (post["id"] ?? .null).line, of: post)
        }
    }
}
