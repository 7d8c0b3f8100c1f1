import ArgumentParser
import Assembly
import Dialogue
import Foundation
import Workflow

struct TriageTrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learn to read posts from labelled ones.",
        usage: "antwort triage train --corpus <file> --language <de|en> --into <file> [options]",
        discussion: """
            The corpus is a text file with tabs between the fields and no quoting: a header that names id, text and \
            any labels (for_us, needs_answer, intent, sentiment, emotion, urgency, irony_suspected), then one post a \
            line. The same corpus gives the same model, byte for byte. 'make build' and 'make install' run this for \
            the corpus that comes with the sources.

            Exit codes: 0 learned; 2 learned, but lines of the corpus could not be read, each is listed; 65 the header \
            of the corpus is wrong; 66 there is no such file; 73 the model cannot be written.

            Example:
              antwort triage train --corpus de.tsv --language de --into de.model --test
            """)

    @Option(help: ArgumentHelp("Labelled posts of the seed corpus.", valueName: "file"))
    var corpus: String

    @Option(help: ArgumentHelp("The language of the model: de or en.", valueName: "language"))
    var language: String

    @Option(help: ArgumentHelp("Where the model is written.", valueName: "file"))
    var into: String

    @Flag(help: "Keep every tenth post aside, and say how well it is read.")
    var test = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        guard let language = Language(rawValue: language), language != .other else {
            throw ValidationError("--language is de or en.")
        }
        let engine = try Premises(places.request).triageEngine(setting: nil)
        let posts = try read(language)
        let lessons = posts.enumerated().filter { !test || $0.offset % 10 != 9 }.map { ModelTrainer.Lesson($0.element) }
        let model = await ModelTrainer(engine: engine, language: language).model(from: lessons)
        try Data(model.bytes).write(to: URL(filePath: into), options: .atomic)
        terminal.note("\(lessons.count) posts learned, \(model.bytes.count / 1024) KB.")
        guard test else { return }
        let taught = engine.knowing([model])
        for label in LearnedLabel.allCases {
            var matrix = ConfusionMatrix(label)
            for (index, post) in posts.enumerated() where index % 10 == 9 {
                guard let truth = post.labels[label] else { continue }
                matrix.add(truth: truth, read: taught.read(post.text, context: TriageContext()).word(of: label))
            }
            terminal.result("\(label.rawValue): accuracy \(matrix.accuracy), macro F1 \(matrix.macroF1)")
            matrix.lines.forEach(terminal.result)
        }
    }

    private func read(_ language: Language) throws -> [LabelledPost] {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: corpus))
        } catch {
            throw Problem(.noInput, at: corpus, "it cannot be read", next: "name a file of labelled posts")
        }
        do {
            let reading = try LabelledPostFile.read(Array(bytes), language: language)
            for fault in reading.faults {
                Terminal(options: output).report(problem(fault))
            }
            return reading.posts.filter { $0.language == language }
        } catch {
            throw problem(error)
        }
    }

    private func problem(_ fault: LabelledPostFile.Fault) -> Problem {
        Problem(
            .badData, at: "\(corpus):\(fault.line)", field: fault.column ?? "line", fault.what, next: "correct the file"
        )
    }
}
