import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct TriageStats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Show how well posts are read, by what people have labelled.",
        usage: "antwort triage stats [--language <language>] [--label <label>] [options]",
        discussion: """
            Reads the lessons that are kept aside, with the model in use (as it was before it learned them, too) and \
            with the shipped one: precision, recall and F1 of each word, and which word was read for which. Then, \
            what the newest model reads otherwise than the model in use or, where it is that itself, than the \
            shipped one.

            Fields with --json, one object for each language and label: language label lessons aside model since \
            in_use shipped newest compared_with differs changes; model and compared_with are null for the shipped \
            model; in_use and shipped hold posts accuracy macro_f1 words confusion; changes holds from to count \
            gained lost examples.

            Exit codes: 0 shown, or there is nothing labelled; 73 there is no store yet.

            Example:
              antwort triage stats --label sentiment --examples 20
            """)

    @Option(help: ArgumentHelp("Only this language: de or en.", valueName: "language"))
    var language: LearnedLanguage?

    @Option(
        help: ArgumentHelp(
            "Only this label: \(LearnedLabel.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "label"))
    var label: String?

    @Option(help: ArgumentHelp("At most this many ids of posts for each change.", valueName: "n"))
    var examples = 3

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func validate() throws {
        guard examples >= 0 else { throw ValidationError("--examples must not be negative.") }
        if let label, LearnedLabel(rawValue: label) == nil {
            throw ValidationError(
                "'\(label)' is no learned label: \(LearnedLabel.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .reading)
        let training = try desk.trainingDesk()
        let languages = try await training.languages().filter { language?.language == nil || $0 == language?.language }
        if languages.isEmpty {
            terminal.note("Nothing is labelled yet: see 'antwort triage import' and 'antwort conversations label'.")
        }
        for language in languages {
            var figures = try await training.figures(language)
            if let label { figures.labels.removeAll { $0.label.rawValue != label } }
            let view = LearningView(figures: figures, examples: examples)
            if output.json {
                view.json.forEach(terminal.result)
            } else {
                view.lines(in: desk.zone).forEach(terminal.result)
            }
        }
    }
}
