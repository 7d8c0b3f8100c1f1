import ArgumentParser
import Assembly
import Dialogue
import Workflow

struct TriageRollback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Read posts again as before the last training.",
        usage: "antwort triage rollback [--language <language>] [options]",
        discussion: """
            What was in use when the present model was learned is in use again: an earlier model, in the end the \
            shipped one. Nothing is deleted, and the lessons stay: the next 'antwort triage train' learns from them \
            again. Posts that are stored already keep their labels.

            Fields with --json, one object a language: language from to; null is the shipped model.

            Exit codes: 0 done, or there was nothing to take back; 73 there is no store yet; 75 somebody else chose a \
            model at the same moment.

            Example:
              antwort triage rollback --language de
            """)

    @Option(
        help: ArgumentHelp(
            "Only this language: de or en. Without it: every language that reads with a model of your own.",
            valueName: "language"))
    var language: LearnedLanguage?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let desk = try await places.openDesk(for: .writing)
        let training = try desk.trainingDesk()
        for language in language.map({ [$0.language] }) ?? TrainingDesk.learnable {
            let step = try await training.stepBack(language)
            // Without --language, those that never learned anything are not spoken of.
            if self.language == nil, step.from == nil { continue }
            if output.json {
                terminal.result(
                    .object([
                        ("language", .text(language.rawValue)), ("from", number(step.from)), ("to", number(step.to)),
                    ]))
            } else {
                terminal.result("\(language.rawValue): \(sentence(step))")
            }
        }
    }

    private func sentence(_ step: TrainingDesk.SteppedBack) -> String {
        guard let from = step.from else { return "the shipped model is in use; there is nothing to take back." }
        return "\(step.to.map { "model \($0)" } ?? "the shipped model") is in use again, in the place of model \(from)."
    }

    private func number(_ value: Int64?) -> JSONValue { value.map { .integer($0) } ?? .null }
}
