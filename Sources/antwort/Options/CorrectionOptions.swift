import ArgumentParser
import Dialogue

/// How a post is to be read: an option for each label that people can correct.
struct CorrectionOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("What the author wants: \(Self.choices(.intent)).", valueName: "intent"))
    var intent: String?

    @Option(help: ArgumentHelp("Whether an answer is owed: yes or no.", valueName: "yes|no"))
    var needsAnswer: String?

    @Option(help: ArgumentHelp("Whether the post is for you: yes or no.", valueName: "yes|no"))
    var forUs: String?

    @Option(help: ArgumentHelp("The tone: \(Self.choices(.sentiment)).", valueName: "sentiment"))
    var sentiment: String?

    @Option(help: ArgumentHelp("What the author feels: \(Self.choices(.emotion)).", valueName: "emotion"))
    var emotion: String?

    @Option(help: ArgumentHelp("How soon somebody should look: 0, 1 or 2, the most urgent.", valueName: "n"))
    var urgency: String?

    @Option(help: ArgumentHelp("Whether it is ironic: yes or no.", valueName: "yes|no"))
    var irony: String?

    @Option(help: ArgumentHelp("The language: \(Self.choices(.language)).", valueName: "code"))
    var language: String?

    @Option(help: ArgumentHelp("How it addresses you: \(Self.choices(.register)).", valueName: "register"))
    var register: String?

    @Option(
        help: ArgumentHelp(
            "The id of the post these labels are about; without it the newest that waits for an answer.",
            valueName: "post"))
    var post: String?

    /// What is to be kept for each label that was given.
    /// - Throws: a usage error with the words there are.
    var words: [CorrectableLabel: String] {
        get throws {
            var words: [CorrectableLabel: String] = [:]
            for (label, said) in given {
                do throws(DecisionRefusal) {
                    words[label] = try label.word(for: said)
                } catch {
                    throw ValidationError("\(error.what); \(error.advice).")
                }
            }
            return words
        }
    }

    private var given: [(CorrectableLabel, String)] {
        let all: [(CorrectableLabel, String?)] = [
            (.intent, intent), (.needsAnswer, needsAnswer), (.forUs, forUs), (.sentiment, sentiment),
            (.emotion, emotion), (.urgency, urgency), (.irony, irony), (.language, language), (.register, register),
        ]
        return all.compactMap { label, said in said.map { (label, $0) } }
    }

    private static func choices(_ label: CorrectableLabel) -> String { label.choices.joined(separator: ", ") }
}
