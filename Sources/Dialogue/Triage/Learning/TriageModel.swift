/// What was learned from labelled posts of one language: a score for every word of every learned label.
///
/// Weights are kept in 8 bits each, all outputs of a feature side by side; a model of 2^16 features takes 1.7 MB.
package struct TriageModel: Hashable, Sendable {
    /// Outputs that are kept for each feature, some of them unused: a multiple of what one instruction adds.
    static let width = 24

    package let language: Language
    let weighing: FeatureWeighing
    /// `width` for each bucket.
    private(set) var weights: [Int8]
    /// One for each output.
    private(set) var outputs: [Output]

    /// How the score of an output is made and read.
    struct Output: Hashable, Sendable {
        /// What one step of its weights is worth.
        var scale: Float
        var bias: Float
        var calibration: Calibration
        /// For a label that is true or false: how likely it must be to be called true. For others: what its probability counts against
        /// those of the other words; 0 where too few posts had the word to learn it.
        var cut: Float
        var isLearned: Bool { scale > 0 }
    }

    init(language: Language, weighing: FeatureWeighing, weights: [Int8], outputs: [Output]) {
        self.language = language
        self.weighing = weighing
        self.weights = weights
        self.outputs = outputs
    }

    /// A model that knows nothing yet.
    init(language: Language, weighing: FeatureWeighing) {
        self.init(
            language: language, weighing: weighing,
            weights: Array(repeating: 0, count: FeatureVector.bucketCount * Self.width),
            outputs: Array(
                repeating: Output(scale: 0, bias: 0, calibration: Calibration(a: 0, b: 0), cut: 0), count: Self.width))
    }

    /// Takes what was learned for one output.
    mutating func learn(_ learned: LinearTrainer.Weights, calibration: Calibration, cut: Float, at output: Int) {
        let largest = learned.features.reduce(0) { max($0, abs($1)) }
        let scale = largest > 0 ? largest / 127 : 1
        for (bucket, weight) in learned.features.enumerated() {
            weights[bucket * Self.width + output] = Int8((weight / scale).rounded())
        }
        outputs[output] = Output(scale: scale, bias: learned.bias, calibration: calibration, cut: cut)
    }

    /// Sets where an output begins to count.
    mutating func setCut(_ cut: Float, at output: Int) {
        outputs[output].cut = cut
    }

    /// Takes a label over from another model over the same weighing.
    mutating func take(_ label: LearnedLabel, from other: TriageModel) {
        for output in label.outputs {
            for bucket in 0..<FeatureVector.bucketCount {
                weights[bucket * Self.width + output] = other.weights[bucket * Self.width + output]
            }
            outputs[output] = other.outputs[output]
        }
    }

    /// The score of every output, larger for what is likelier.
    func scores(_ vector: FeatureVector) -> [Float] {
        var sums = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        unsafe weights.withUnsafeBytes { bytes in
            for (bucket, value) in zip(vector.buckets, vector.values) {
                // In bounds: `bucket` has 16 bits, and there are `width` weights for each of its values.
                let place = Int(bucket) * Self.width
                unsafe sums.0 += SIMD8<Float>(bytes.load(fromByteOffset: place, as: SIMD8<Int8>.self)) * value
                unsafe sums.1 += SIMD8<Float>(bytes.load(fromByteOffset: place + 8, as: SIMD8<Int8>.self)) * value
                unsafe sums.2 += SIMD8<Float>(bytes.load(fromByteOffset: place + 16, as: SIMD8<Int8>.self)) * value
            }
        }
        return outputs.indices.map { output in
            let sum = output < 8 ? sums.0[output] : output < 16 ? sums.1[output - 8] : sums.2[output - 16]
            return sum * outputs[output].scale + outputs[output].bias
        }
    }

    /// What one feature of the value 1 adds to the score of an output.
    func weight(of bucket: UInt16, at output: Int) -> Float {
        Float(weights[Int(bucket) * Self.width + output]) * outputs[output].scale
    }

    /// What the model thinks of a post.
    func opinion(of vector: FeatureVector) -> ModelOpinion {
        let scores = scores(vector)
        return ModelOpinion(
            probabilities: zip(scores, outputs).map { $1.isLearned ? $1.calibration.probability(of: $0) : 0 },
            cuts: outputs.map(\.cut),
            learned: Set(LearnedLabel.allCases.filter { $0.outputs.contains { outputs[$0].isLearned } }))
    }
}
