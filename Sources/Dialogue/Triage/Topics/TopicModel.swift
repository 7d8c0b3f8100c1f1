/// What was learned from posts whose topic people have named: a weight for every feature and topic.
///
/// 64 KB, and as much again for each topic. It serves posts in every language.
package struct TopicModel: Hashable, Sendable {
    /// What was learned about one topic.
    struct Output: Hashable, Sendable {
        let topic: String
        /// One for each bucket, in steps of `scale`.
        let weights: [Int8]
        let scale: Float
        let bias: Float
        let calibration: Calibration

        init(topic: String, weights: [Int8], scale: Float, bias: Float, calibration: Calibration) {
            self.topic = topic
            self.weights = weights
            self.scale = scale
            self.bias = bias
            self.calibration = calibration
        }

        init(topic: String, learned: LinearTrainer.Weights, calibration: Calibration) {
            let largest = learned.features.reduce(0) { max($0, abs($1)) }
            let scale = largest > 0 ? largest / 127 : 1
            self.init(
                topic: topic, weights: learned.features.map { Int8(($0 / scale).rounded()) }, scale: scale,
                bias: learned.bias, calibration: calibration)
        }

        func probability(of vector: FeatureVector) -> Float {
            var sum: Float = 0
            for (bucket, value) in zip(vector.buckets, vector.values) { sum += Float(weights[Int(bucket)]) * value }
            return calibration.probability(of: sum * scale + bias)
        }
    }

    let weighing: FeatureWeighing
    let outputs: [Output]

    /// How likely a topic must be, and by how much likelier than the next, before it is named.
    private static let leastProbability: Float = 0.6
    private static let leastLead: Float = 0.2

    init(weighing: FeatureWeighing, outputs: [Output]) {
        self.weighing = weighing
        self.outputs = outputs
    }

    /// The topics it knows.
    package var topics: [String] { outputs.map(\.topic) }

    /// The topic of a post, if one is likely enough.
    /// - Parameter topics: those in use; what was learned of others is passed over.
    func topic(of features: FeatureReader, among topics: [String]) -> Reading<String>? {
        let vector = weighing.vector(of: features)
        var best: (topic: String, probability: Float)?
        var second: Float = 0
        for output in outputs where topics.contains(output.topic) {
            let probability = output.probability(of: vector)
            if probability > best?.probability ?? 0 {
                second = best?.probability ?? 0
                best = (output.topic, probability)
            } else {
                second = max(second, probability)
            }
        }
        guard let best, best.probability >= Self.leastProbability, best.probability - second >= Self.leastLead else {
            return nil
        }
        return Reading(best.topic, confidence: Double(best.probability))
    }
}
