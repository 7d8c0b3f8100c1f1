import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct TriageText: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Show how a post would be read, and by which words.",
        usage: "antwort triage <text> [options]\nantwort triage --jsonl [options] < posts.jsonl",
        discussion: """
            Shows language, register (du or sie), whether the post is for you, whether it needs an answer, intent, \
            sentiment, urgency and flags, and the words that decided. It needs neither store nor settings: --config \
            and --data have no effect but that a templates folder beside the settings file is found.

            With --jsonl it is a filter: one object with "id" and "text" a line comes in, and one with the labels \
            comes out. "parent" (an id) makes the post a reply, "account" is the brand's handle; "author" and \
            "platform" may be there. A label that is null is one that this release does not read.

            Exit codes: 0 every line was read; 65 a line was not: it has {"id", "error"} in its place, and the rest \
            went on; 78 a word list has a mistake, or the templates folder is not there.

            Examples:
              antwort triage "Where is my parcel?"
              echo '{"id":"1","text":"Where is my parcel?"}' | antwort triage --jsonl
            """)

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
            return TriageView(triage: engine.read(text, context: context), text: text).fields
        }
    }

    private func explain(with engine: TriageEngine, on terminal: Terminal) {
        let text =
            self.text == "-"
            ? InputLines().map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") : self.text ?? ""
        let triage = engine.read(text, context: TriageContext())
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
