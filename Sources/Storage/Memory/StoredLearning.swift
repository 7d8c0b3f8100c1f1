import Dialogue
import ServiceHours

/// What the store in memory keeps of learning.
struct StoredLearning: Sendable {
    private var lessons: [String: LabelledPost] = [:]
    private(set) var records: [ModelRecord] = []
    private(set) var weights: [Int64: ModelWeights] = [:]
    private var choices: [ModelChoice] = []

    mutating func keep(_ taken: [LabelledPost]) -> KeptLessons {
        var kept = KeptLessons()
        for lesson in taken {
            switch lessons[lesson.id] {
            case nil: kept.new += 1
            case lesson: kept.unchanged += 1
            default: kept.changed += 1
            }
            lessons[lesson.id] = lesson
        }
        return kept
    }

    func lessons(after id: String?) -> [LabelledPost] {
        // As SQLite orders texts: by their bytes.
        lessons.values.filter { lesson in id.map { lesson.id.comesAfter($0) } ?? true }
            .sorted { $1.id.comesAfter($0.id) }
    }

    var present: [Language: ModelChoice] { Dictionary(choices.map { ($0.language, $0) }) { $1 } }

    mutating func adopt(_ model: NewModel, replacing seen: Int64?) -> ModelRecord? {
        guard present[model.language]?.number == seen else { return nil }
        let record = ModelRecord(
            number: Int64(records.count + 1), language: model.language, madeAt: model.madeAt, base: model.base,
            lessons: model.lessons, report: model.report)
        records.append(record)
        weights[record.number] = model.weights
        for old in records.filter({ $0.language == model.language }).dropLast(ModelRecord.mostWeights)
        where old.number != model.base {
            weights[old.number] = nil
        }
        _ = choose(record.number, for: model.language, at: model.madeAt, replacing: seen)
        return record
    }

    mutating func choose(_ model: Int64?, for language: Language, at instant: Instant, replacing seen: Int64?) -> Bool {
        guard present[language]?.number == seen else { return false }
        choices.append(
            ModelChoice(number: Int64(choices.count + 1), language: language, model: model, at: instant))
        return true
    }
}

extension String {
    fileprivate func comesAfter(_ other: String) -> Bool { other.utf8.lexicographicallyPrecedes(utf8) }
}
