/// Learns the labels of one language from posts that people have labelled.
///
/// Deterministic: the same posts in the same order give the same model, byte for byte.
package struct ModelTrainer: Sendable {
    /// A post, and how much it counts.
    package struct Lesson: Sendable {
        package let post: LabelledPost
        /// 1 for the seed corpus; corrections weigh more.
        package let weight: Float

        package init(_ post: LabelledPost, weight: Float = 1) {
            self.post = post
            self.weight = weight
        }
    }

    /// Parts into which posts are split to score each by weights that were not learned from it, nor from posts of the same author.
    private static let folds = 5
    /// What a mistake costs against large weights.
    private static let cost: Float = 0.5
    /// Fewer posts teach nothing.
    private static let leastMembers = 5
    /// How many of those who need an answer may not be set aside.
    private static let answerRecall = 0.97

    private let engine: TriageEngine
    private let language: Language

    /// - Parameter engine: its word lists find what is learned from.
    package init(engine: TriageEngine, language: Language) {
        self.engine = engine
        self.language = language
    }

    /// Learns every label from scratch.
    package func model(from lessons: [Lesson]) -> TriageModel {
        let readers = lessons.map { engine.features(of: $0.post.text, in: language) }
        let weighing = FeatureWeighing(of: readers)
        var model = TriageModel(language: language, weighing: weighing)
        learn(Set(LearnedLabel.allCases), from: lessons, readers: readers, into: &model)
        return model
    }

    /// Learns some labels anew, for a model that keeps its weighing and its other labels.
    package func model(_ model: TriageModel, learning labels: Set<LearnedLabel>, from lessons: [Lesson]) -> TriageModel
    {
        var changed = model
        let readers = lessons.map { engine.features(of: $0.post.text, in: language) }
        learn(labels, from: lessons, readers: readers, into: &changed)
        return changed
    }

    private func learn(
        _ labels: Set<LearnedLabel>, from lessons: [Lesson], readers: [FeatureReader], into model: inout TriageModel
    ) {
        let trainer = LinearTrainer(vectors: readers.map(model.weighing.vector))
        let folds = lessons.map { fold(of: $0.post) }
        for label in LearnedLabel.allCases where labels.contains(label) {
            let taught = lessons.indices.filter { lessons[$0].post.labels[label] != nil }
            let scores = zip(label.outputs, label.classes).map { place, word in
                learn(
                    examples(of: word, for: label, taught, in: lessons), in: folds, with: trainer, at: place,
                    into: &model)
            }
            guard scores.contains(where: { $0 != nil }) else { continue }
            setCuts(
                of: label, scores: scores.map { $0 ?? taught.map { _ in 0 } }, taught, in: lessons, into: &model)
        }
    }

    private func examples(
        of word: String, for label: LearnedLabel, _ taught: [Int], in lessons: [Lesson]
    ) -> [LinearTrainer.Example] {
        let members = taught.count { lessons[$0].post.labels[label] == word }
        // What is rare must not be drowned: the square root of how much rarer it is than the rest.
        let balance = members > 0 ? (Float(taught.count - members) / Float(members)).squareRoot() : 1
        return taught.map { index in
            let isMember = lessons[index].post.labels[label] == word
            let share = isMember ? max(1, balance) : max(1, 1 / max(balance, 1e-3))
            return .init(vector: index, isMember: isMember, weight: lessons[index].weight * share)
        }
    }

    /// All posts of one voice of the corpus (`jette-01`, `jette-02`, …) are in one part: who is read later has never been seen either.
    private func fold(of post: LabelledPost) -> Int {
        var hash = WordHash()
        for byte in post.id.utf8.split(separator: UInt8(ascii: "-")).first ?? post.id.utf8[...] { hash.add(byte) }
        return Int(hash.value % UInt64(Self.folds))
    }

    /// Learns one output; answers the scores of its examples by weights that were not learned from them.
    private func learn(
        _ examples: [LinearTrainer.Example], in folds: [Int], with trainer: LinearTrainer, at output: Int,
        into model: inout TriageModel
    ) -> [Float]? {
        let members = examples.count(where: \.isMember)
        guard members >= Self.leastMembers, examples.count - members >= Self.leastMembers else { return nil }
        var scores = [Float](repeating: 0, count: examples.count)
        for fold in 0..<Self.folds {
            let weights = trainer.train(examples.filter { folds[$0.vector] != fold }, cost: Self.cost)
            for (index, example) in examples.enumerated() where folds[example.vector] == fold {
                scores[index] = weights.score(trainer.vectors[example.vector])
            }
        }
        let calibration = Calibration(fitting: zip(scores, examples).map { ($0, $1.isMember) })
        model.learn(
            trainer.train(examples, cost: Self.cost), calibration: calibration, cut: 1, at: output)
        return scores.map(calibration.probability)
    }

    /// Where a label that is true or false begins to be true, and what each word of another counts.
    private func setCuts(
        of label: LearnedLabel, scores: [[Float]], _ taught: [Int], in lessons: [Lesson], into model: inout TriageModel
    ) {
        let truth = taught.map { lessons[$0].post.labels[label] ?? "" }
        if label.isBinary {
            let items = zip(scores[0], truth).map { (probability: $0, isTrue: $1 == "true") }
            let cut =
                label == .needsAnswer
                ? CutChoice.keeping(Self.answerRecall, of: items) : CutChoice.bestBalance(of: items)
            model.setCut(cut, at: label.outputs.lowerBound)
        } else {
            let cuts = CutChoice.bestMacroF1(probabilities: scores, classes: label.classes, truth: truth)
            for (output, cut) in zip(label.outputs, cuts) where model.outputs[output].isLearned {
                model.setCut(cut, at: output)
            }
        }
    }
}
