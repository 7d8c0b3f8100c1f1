import Dialogue

/// What was read of labelled posts, against what people say of them.
struct ReadingFigures: CustomStringConvertible {
    private var matrices = Dictionary(
        uniqueKeysWithValues: LearnedLabel.allCases.map { ($0, Dialogue.ConfusionMatrix($0)) })
    private var complaints: [(probability: Double, isOne: Bool)] = []
    private var calls: [(confidence: Double, isRight: Bool)] = []

    init() {}

    init(of posts: [LabelledPost], by engine: TriageEngine) {
        for post in posts { add(post, by: engine) }
    }

    mutating func add(_ post: LabelledPost, by engine: TriageEngine) {
        let triage = engine.read(post.text, context: TriageContext())
        for (label, word) in post.labels { matrices[label]?.add(truth: word, read: triage.word(of: label)) }
        guard let intent = post.labels[.intent] else { return }
        complaints.append((triage.intent.probabilities[.complaint] ?? 0, intent == Intent.complaint.rawValue))
        calls.append((triage.intent.confidence, intent == triage.intent.value.rawValue))
    }

    subscript(label: LearnedLabel) -> Dialogue.ConfusionMatrix { matrices[label] ?? Dialogue.ConfusionMatrix(label) }

    /// The most complaints found by any threshold at which this share of what is found is one.
    func recallOfComplaints(atPrecision precision: Double) -> Double {
        let total = complaints.count(where: \.isOne)
        var (found, best) = (0, 0)
        for (place, item) in complaints.sorted(by: { $0.probability > $1.probability }).enumerated() {
            if item.isOne { found += 1 }
            if Double(found) >= precision * Double(place + 1) { best = max(best, found) }
        }
        return total > 0 ? Double(best) / Double(total) : 0
    }

    /// How often the surest half of the intents is right.
    var accuracyOfSurestHalf: Double {
        let surest = calls.sorted { $0.confidence > $1.confidence }.prefix(calls.count / 2)
        return surest.isEmpty ? 0 : Double(surest.count(where: \.isRight)) / Double(surest.count)
    }

    var description: String {
        var lines: [String] = []
        for label in LearnedLabel.allCases {
            let matrix = self[label]
            lines.append("\(label.rawValue): accuracy \(share(matrix.accuracy)), macro F1 \(share(matrix.macroF1))")
            lines += matrix.lines
        }
        lines.append("complaints found at a precision of 0.6: \(share(recallOfComplaints(atPrecision: 0.6)))")
        lines.append("the surest half of the intents is right in \(share(accuracyOfSurestHalf))")
        return lines.joined(separator: "\n")
    }

    private func share(_ value: Double) -> String { String(Double(Int((value * 1000).rounded())) / 1000) }
}
