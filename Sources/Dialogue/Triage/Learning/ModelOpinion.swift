/// What a model thinks of one post: a probability for every word of every learned label.
package struct ModelOpinion: Sendable {
    private let probabilities: [Float]
    private let cuts: [Float]
    private let learned: Set<LearnedLabel>

    init(probabilities: [Float], cuts: [Float], learned: Set<LearnedLabel>) {
        self.probabilities = probabilities
        self.cuts = cuts
        self.learned = learned
    }

    /// Whether a label that is true or false is true, and how likely that is; nil when it was not learned.
    func isTrue(_ label: LearnedLabel) -> Reading<Bool>? {
        guard learned.contains(label) else { return nil }
        let output = label.outputs.lowerBound
        let probability = probabilities[output]
        let isTrue = probability >= cuts[output]
        return Reading(isTrue, confidence: Double(isTrue ? probability : 1 - probability))
    }

    /// How likely each word of a label is; they sum to 1. Nil when it was not learned.
    func shares(of label: LearnedLabel) -> [Double]? {
        guard learned.contains(label) else { return nil }
        let weighted = label.outputs.map { Double(probabilities[$0] * cuts[$0]) }
        let total = weighted.reduce(0, +)
        guard total > 0 else { return weighted.map { _ in 1 / Double(weighted.count) } }
        return weighted.map { $0 / total }
    }

    /// The word of a label with several that is likeliest, and how likely it is; nil when it was not learned.
    func likeliest(_ label: LearnedLabel) -> (word: String, share: Double)? {
        guard let shares = shares(of: label), let best = shares.indices.max(by: { shares[$0] < shares[$1] }) else {
            return nil
        }
        return (label.classes[best], shares[best])
    }
}
