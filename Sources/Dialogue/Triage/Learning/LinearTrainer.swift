/// Learns to tell posts apart by a weight for each feature: a linear support vector machine with squared hinge loss.
///
/// Dual coordinate descent (Hsieh, Chang, Lin, Keerthi and Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML
/// 2008, algorithm 1 without shrinking). The bias is the weight of a feature that every post has.
struct LinearTrainer {
    /// A post that is or is not in the class.
    struct Example {
        /// Its index among the vectors.
        let vector: Int
        let isMember: Bool
        /// How much it counts, 1 as a rule.
        let weight: Float
    }

    /// The weights that were learned.
    struct Weights {
        var features: [Float]
        var bias: Float

        func score(_ vector: FeatureVector) -> Float {
            var sum = bias
            for (bucket, value) in zip(vector.buckets, vector.values) { sum += features[Int(bucket)] * value }
            return sum
        }
    }

    private static let tolerance: Float = 0.05
    private static let mostRounds = 60
    private static let seed: UInt64 = 2_008

    let vectors: [FeatureVector]
    private let squaredLengths: [Float]

    init(vectors: [FeatureVector]) {
        self.vectors = vectors
        squaredLengths = vectors.map { $0.squaredLength + 1 }
    }

    /// - Parameter cost: what a mistake costs against large weights (C); larger fits closer.
    func train(_ examples: [Example], cost: Float) -> Weights {
        var features = [Float](repeating: 0, count: FeatureVector.bucketCount)
        var bias: Float = 0
        var alphas = [Float](repeating: 0, count: examples.count)
        var order = Array(examples.indices)
        var random = SeededOrder(seed: Self.seed)
        for _ in 0..<Self.mostRounds {
            random.shuffle(&order)
            var (highest, lowest): (Float, Float) = (-.infinity, .infinity)
            for index in order {
                let example = examples[index]
                let vector = vectors[example.vector]
                let sign: Float = example.isMember ? 1 : -1
                let softness = 1 / (2 * cost * example.weight)
                var score = bias
                for (bucket, value) in zip(vector.buckets, vector.values) { score += features[Int(bucket)] * value }
                let alpha = alphas[index]
                let gradient = sign * score - 1 + softness * alpha
                let projected = alpha == 0 ? min(gradient, 0) : gradient
                highest = max(highest, projected)
                lowest = min(lowest, projected)
                guard abs(projected) > 1e-9 else { continue }
                let moved = max(alpha - gradient / (squaredLengths[example.vector] + softness), 0)
                alphas[index] = moved
                let step = (moved - alpha) * sign
                for (bucket, value) in zip(vector.buckets, vector.values) { features[Int(bucket)] += step * value }
                bias += step
            }
            if highest - lowest < Self.tolerance { break }
        }
        return Weights(features: features, bias: bias)
    }
}
