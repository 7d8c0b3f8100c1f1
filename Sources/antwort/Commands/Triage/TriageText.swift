import ArgumentParser
import Assembly
import Dialogue
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
            engine = try Premises(places.request).triageEngine(setting: nil)
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
        var table = Table(["LABEL", "VALUE", "SURE", "BECAUSE OF"])
        table.add(row("language", triage.language.value.rawValue, triage.language.confidence, view))
        table.add(row("register", triage.register.value.rawValue, triage.register.confidence, view))
        table.add(row("for_us", triage.forUs.value ? "yes" : "no", triage.forUs.confidence, view))
        table.add(row("needs_answer", triage.needsAnswer.value ? "yes" : "no", triage.needsAnswer.confidence, view))
        table.add(row("intent", triage.intent.value.rawValue, triage.intent.confidence, view))
        table.add(row("sentiment", triage.sentiment.value.rawValue, triage.sentiment.confidence, view))
        table.add(row("urgency", String(triage.urgency.value.level), triage.urgency.confidence, view))
        for flag in triage.flags { table.add(row("flags", flag.flag.rawValue, flag.confidence, view)) }
        table.lines(width: terminal.width).forEach(terminal.result)
    }

    private func row(_ label: String, _ value: String, _ confidence: Double, _ view: TriageView) -> [String] {
        let words = view.triage.evidence.filter {
            $0.label.label == label && ($0.label.value.map { $0 == value || label != "flags" } ?? true)
        }
        .map { "\"\(view.words(in: $0.range))\" (\($0.reason.id))" }
        return [label, value, "\(Int((confidence * 100).rounded())) %", words.joined(separator: ", ")]
    }
}
