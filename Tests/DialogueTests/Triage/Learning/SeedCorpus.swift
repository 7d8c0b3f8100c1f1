import Dialogue
import Foundation
import TestSupport
import Testing

/// The seed corpus of one language as tests use it.
struct SeedCorpus {
    let language: Language
    /// In the order of the file, in the corpus's own language.
    let posts: [LabelledPost]

    init(_ language: Language) throws {
        let file = ProjectFiles.fixture("corpus/\(language.rawValue).tsv")
        let reading = try LabelledPostFile.read([UInt8](Data(contentsOf: file)), language: nil)
        #expect(reading.faults.isEmpty)
        self.language = language
        posts = reading.posts.filter { $0.language == language }
    }

    /// The shipped word lists with what is learned from these posts.
    func engine(learning lessons: [LabelledPost]) async throws -> TriageEngine {
        let engine = try TriageFixtures.engine.get()
        return engine.knowing([
            await ModelTrainer(engine: engine, language: language).model(from: lessons.map { ModelTrainer.Lesson($0) })
        ])
    }
}
