import ArgumentParser
import Assembly
import Dialogue
import Settings
import Workflow

struct TriageText: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Show how a post would be read, and by which words.", shouldDisplay: false)

    @Argument(help: "The text of a post; - is standard input.")
    var text: String?

    @Flag(help: "Read posts as JSON Lines from standard input.")
    var jsonl = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard jsonl != (text != nil) else { throw ValidationError("Give a text, or --jsonl.") }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let engine: TriageEngine
        do {
            let premises = Premises(places.request)
            // Without a settings file the shipped defaults serve.
            let settings = premises.settingsFile == nil ? nil : try premises.settings()
            engine = try premises.triageEngine(
                setting: settings?.templates, brand: settings?.triage ?? TriageSettings(),
                taught: await premises.taughtModels())
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
        if jsonl { try filter(with: engine, to: terminal) } else { explain(with: engine, on: terminal) }
    }

    private func filter(with engine: TriageEngine, to terminal: Terminal) throws {
        try PostFilter(terminal: terminal).run { text, post in
            let isReply = post["parent"].map { !$0.isNull } ?? false
            let account = post["account"]?.text
            let context = TriageContext(isReply: isReply, accountHandles: account.map { [$0] } ?? [])
            return TriageView(triage: engine.read(text, context: context, explains: true), text: text).fields
        }
    }

    private func explain(with engine: TriageEngine, on terminal: Terminal) {
        let text =
            self.text == "-"
            ? InputLines().map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") : self.text ?? ""
        let triage = engine.read(text, context: TriageContext(), explains: true)
        let view = TriageView(triage: triage, text: text)
        guard !output.json else {
            terminal.result(.object(view.fields))
            return
        }
        TriageExplanation(view: view).lines(width: terminal.width, isEmphasized: terminal.hasColor).forEach(
            terminal.result)
    }
}
