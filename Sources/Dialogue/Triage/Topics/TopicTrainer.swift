/// Learns a brand's topics from posts whose topic people have named.
///
/// Deterministic: the same lessons in the same order give the same model.
package struct TopicTrainer: Sendable {
    /// A topic is learned from this many posts on.
    package static let leastLessons = 10

    /// Parts into which lessons are split to score each by weights that were not learned from it.
    private static let folds = 5
    /// What a mistake costs against large weights.
    private static let cost: Float = 0.5

    private let engine: TriageEngine

    /// - Parameter engine: its word lists find what is learned from.
    package init(engine: TriageEngine) {
        self.engine = engine
    }

    /// Learns the topics of which there are ``leastLessons`` posts or more, and as many of something else.
    ///
    /// - Parameter topics: the names in use; a lesson about another topic teaches that it is none of these.
    /// - Returns: nil where that is true of no topic.
    package func model(of topics: [String], from lessons: [TopicLesson]) -> TopicModel? {
        let counts = lessons.reduce(into: [String: Int]()) { if let topic = $1.topic { $0[topic, default: 0] += 1 } }
        let learnable = topics.filter { topic in
            let count = counts[topic] ?? 0
            return count >= Self.leastLessons && lessons.count - count >= Self.leastLessons
        }
        guard !learnable.isEmpty else { return nil }
        let readers = lessons.map { engine.features(of: $0.text, in: $0.language) }
        let weighing = FeatureWeighing(of: readers)
        let trainer = LinearTrainer(rows: FeatureRows(readers.map(weighing.vector)), cost: Self.cost)
        return TopicModel(
            weighing: weighing,
            outputs: learnable.map { output(of: $0, from: lessons, with: trainer) })
    }

    private func output(
        of topic: String, from lessons: [TopicLesson], with trainer: LinearTrainer
    ) -> TopicModel.Output {
        let members = lessons.count { $0.topic == topic }
        // As many mistakes cost a rare topic as its rest.
        let balance = (Float(lessons.count - members) / Float(members)).squareRoot()
        let isMember = lessons.map { $0.topic == topic }
        let whole = LinearTrainer.Problem(
            signs: isMember.map { $0 ? 1 : -1 },
            weights: zip(lessons, isMember).map { $0.weight * ($1 ? max(1, balance) : max(1, 1 / balance)) })
        // Members and others are dealt out in turn, so that every part has some of both.
        var dealt = (0, 0)
        let folds = isMember.map { isMember in
            if isMember { dealt.0 += 1 } else { dealt.1 += 1 }
            return (isMember ? dealt.0 : dealt.1) % Self.folds
        }
        let parts = (0..<Self.folds).map { fold in whole.leavingOut { folds[$0] == fold } }
        let solutions = trainer.solve(parts + [whole])
        return TopicModel.Output(
            topic: topic, learned: solutions[Self.folds].weights,
            calibration: Calibration(
                fitting: isMember.enumerated().map { (solutions[folds[$0.offset]].scores[$0.offset], $0.element) }))
    }
}
