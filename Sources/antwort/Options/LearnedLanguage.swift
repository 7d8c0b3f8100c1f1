import ArgumentParser
import Dialogue
import Workflow

/// A language that can be learned, as people type it.
struct LearnedLanguage: ExpressibleByArgument, Sendable {
    let language: Language

    init?(argument: String) {
        guard let language = Language(rawValue: argument), TrainingDesk.learnable.contains(language) else { return nil }
        self.language = language
    }

    static let allValueStrings = TrainingDesk.learnable.map(\.rawValue)
}
