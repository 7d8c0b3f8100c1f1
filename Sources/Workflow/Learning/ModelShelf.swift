import Dialogue
import Storage

/// The models that a store holds, and which of them are in use.
struct ModelShelf {
    private let store: any Store
    /// Oldest first.
    private let records: [ModelRecord]
    let choices: [Language: ModelChoice]

    init(_ store: any Store) async throws(StorageError) {
        self.store = store
        records = try await store.models()
        choices = try await store.modelChoices()
    }

    func record(_ number: Int64?) -> ModelRecord? { records.first { $0.number == number } }

    /// The record of what is in use for a language; nil for the shipped model.
    func recordInUse(_ language: Language) -> ModelRecord? { record(choices[language]?.model) }

    func newest(_ language: Language) -> ModelRecord? { records.last { $0.language == language } }

    /// A model with its twin; nil where this release cannot read it, or it was dropped.
    func model(_ record: ModelRecord?) async throws(StorageError) -> TaughtModel? {
        guard let record, let weights = try await store.weights(ofModel: record.number),
            let used = try? TriageModel(bytes: weights.used), let judged = try? TriageModel(bytes: weights.judged),
            used.language == record.language, judged.language == record.language
        else { return nil }
        return TaughtModel(used: used, judged: judged)
    }
}
