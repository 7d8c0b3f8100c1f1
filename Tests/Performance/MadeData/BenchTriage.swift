import Dialogue
import Foundation
import TestSupport

/// Triage for measuring.
enum BenchTriage {
    /// The shipped lexicons, as the program reads them.
    static func engine() throws -> TriageEngine {
        TriageEngine(
            lexicons: try [Language.german, .english].map { language in
                let folder = ProjectFiles.root.appending(path: "templates/\(language.rawValue)/lexicon")
                var files: [String: [UInt8]] = [:]
                for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
                where name != "furniture.txt" {
                    files[name] = Array(try Data(contentsOf: folder.appending(path: name)))
                }
                return try Lexicon(language: language, files: files)
            })
    }

    /// The posts of the seed corpus in one language.
    static func corpus(_ language: Language) throws -> [LabelledPost] {
        let bytes = try Data(contentsOf: ProjectFiles.fixture("corpus/\(language.rawValue).tsv"))
        return try LabelledPostFile.read(Array(bytes), language: nil).posts.filter { $0.language == language }
    }

    /// What is learned from the corpus when the program is built.
    static func model(_ language: Language, for engine: TriageEngine) async throws -> TriageModel {
        await ModelTrainer(engine: engine, language: language).model(
            from: try corpus(language).map { ModelTrainer.Lesson($0) })
    }

    /// Labelled posts of a desk, each made of the beginning of one post of the corpus and the end of another, with the labels of the first.
    static func lessons(_ count: Int, _ language: Language) throws -> [LabelledPost] {
        let corpus = try corpus(language)
        var chance = SeededGenerator(seed: 3)
        return (0..<count).map { number in
            let (first, second) = (
                corpus[Int(chance.next() % UInt64(corpus.count))], corpus[Int(chance.next() % UInt64(corpus.count))]
            )
            let (start, end) = (first.text.split(separator: " "), second.text.split(separator: " "))
            let words = start.prefix(max(1, start.count * 3 / 4)) + end.suffix(end.count / 4)
            return LabelledPost(
                id: "lesson \(number)", text: words.joined(separator: " "), language: language, labels: first.labels)
        }
    }

    /// What stands for triage where it is left out: a complaint that waits for an answer.
    static func constant() throws -> TriageSummary {
        guard let version = ModelVersion("measured-1") else { throw MeasuringError("the model version is not taken") }
        return TriageSummary(
            language: .english, register: .none, forUs: true, needsAnswer: true, intent: .complaint,
            sentiment: .negative, urgency: .usual, flags: [], modelVersion: version)
    }
}
