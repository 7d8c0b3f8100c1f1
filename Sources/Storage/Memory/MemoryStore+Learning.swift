package import Dialogue
package import ServiceHours

extension MemoryStore {
    package func keep(_ lessons: [LabelledPost], at instant: Instant) async throws(StorageError) -> KeptLessons {
        learning.keep(lessons)
    }

    package func lessons(after id: String?, limit: Int) async throws(StorageError) -> [LabelledPost] {
        Array(learning.lessons(after: id).prefix(max(0, limit)))
    }

    package func models() async throws(StorageError) -> [ModelRecord] {
        learning.records
    }

    package func weights(ofModel number: Int64) async throws(StorageError) -> ModelWeights? {
        learning.weights[number]
    }

    package func modelChoices() async throws(StorageError) -> [Language: ModelChoice] {
        learning.present
    }

    package func adopt(_ model: NewModel, replacing seen: Int64?) async throws(StorageError) -> ModelRecord? {
        learning.adopt(model, replacing: seen)
    }

    package func choose(
        model number: Int64?, for language: Language, at instant: Instant, replacing seen: Int64?
    ) async throws(StorageError) -> CommitOutcome {
        guard number.map({ number in learning.records.contains { $0.number == number } }) ?? true else {
            throw StorageError(.internal, path: "memory", advice: "a model was chosen that was never learned")
        }
        return learning.choose(number, for: language, at: instant, replacing: seen) ? .committed : .superseded
    }
}
