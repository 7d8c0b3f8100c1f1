/// Learns to tell posts apart by a weight for each feature: a linear support vector machine with squared hinge loss.
///
/// Dual coordinate descent (Hsieh, Chang, Lin, Keerthi and Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML
/// 2008, algorithm 1 without shrinking). The bias is the weight of a feature that every post has.
///
/// Sixteen problems over the same posts are solved side by side, because fetching the weights of a feature costs more than calculating with
/// them, and sixteen fill what is fetched at a time. None hears of the others: what one becomes does not depend on its neighbours.
struct LinearTrainer: Sendable {
    /// One problem for each of them.
    typealias Lanes = SIMD16<Float>

    /// What is to be told apart in one lane.
    struct Problem: Sendable {
        /// For each post 1 when it is in the class, -1 when it is not, 0 when nothing is learned from it.
        let signs: [Float]
        /// How much each post counts, 1 as a rule.
        let weights: [Float]
    }

    /// The weights that were learned.
    struct Weights: Sendable {
        /// One for each bucket.
        let features: [Float]
        let bias: Float
    }

    /// What became of a problem.
    struct Solution: Sendable {
        let weights: Weights
        /// Of every post.
        let scores: [Float]
    }

    /// A round in which no gradient lies further from another than this is the last; 0.05 took twice the time and read no better.
    private static let tolerance: Float = 0.2
    private static let mostRounds = 60
    private static let seed: UInt64 = 2_008

    private let rows: FeatureRows
    /// What a mistake costs against large weights (C); larger fits closer.
    private let cost: Float

    init(rows: FeatureRows, cost: Float) {
        self.rows = rows
        self.cost = cost
    }

    /// Solves as many problems as there are lanes; further ones are left out.
    func solve(_ problems: [Problem]) -> [Solution] {
        let problems = Array(problems.prefix(Lanes.scalarCount))
        var posts = posts(of: problems)
        var weights = [Lanes](repeating: Lanes(), count: rows.featureCount)
        let bias = learn(&posts, into: &weights)
        let scores = (0..<rows.count).map { bias + dot($0, weights) }
        return problems.indices.map { lane in
            Solution(
                weights: Weights(features: rows.weights { weights[$0][lane] }, bias: bias[lane]),
                scores: scores.map { $0[lane] })
        }
    }

    /// A post as the lanes see it.
    private struct Post {
        let squaredLength: Float
        let signs: Lanes
        /// How far each lane may go wrong about it.
        let softness: Lanes
        var alphas = Lanes()
    }

    private func posts(of problems: [Problem]) -> [Post] {
        (0..<rows.count).map { row in
            var signs = Lanes()
            var softness = Lanes(repeating: 1)
            for (lane, problem) in problems.enumerated() where problem.signs[row] != 0 {
                signs[lane] = problem.signs[row]
                softness[lane] = 1 / (2 * cost * problem.weights[row])
            }
            return Post(
                squaredLength: rows.squaredLengths[row] + 1, signs: signs, softness: softness)
        }
    }

    /// Answers the biases.
    private func learn(_ posts: inout [Post], into weights: inout [Lanes]) -> Lanes {
        var bias = Lanes()
        var order = Array(posts.indices)
        var random = SeededOrder(seed: Self.seed)
        // Lanes that are done stay as they are, so that none depends on how long the others take.
        var isOpen = SIMDMask<SIMD16<Int32>>(repeating: true)
        for _ in 0..<Self.mostRounds where any(isOpen) {
            random.shuffle(&order)
            var highest = Lanes(repeating: -.infinity)
            var lowest = Lanes(repeating: .infinity)
            for index in order {
                let post = posts[index]
                guard post.signs != Lanes() else { continue }
                let score = bias + dot(index, weights)
                let gradient = post.signs * score - 1 + post.softness * post.alphas
                let projected = gradient.replacing(
                    with: pointwiseMin(gradient, Lanes()), where: post.alphas .== 0)
                let isTaught = isOpen .& (post.signs .!= 0)
                highest.replace(with: pointwiseMax(highest, projected), where: isTaught)
                lowest.replace(with: pointwiseMin(lowest, projected), where: isTaught)

                let moved = pointwiseMax(post.alphas - gradient / (post.squaredLength + post.softness), Lanes())
                let next = post.alphas.replacing(with: moved, where: isTaught)
                let step = (next - post.alphas) * post.signs
                guard step != Lanes() else { continue }
                posts[index].alphas = next
                add(step, times: index, to: &weights)
                bias += step
            }
            isOpen = isOpen .& (highest - lowest .>= Self.tolerance)
        }
        return bias
    }

    private func dot(_ row: Int, _ weights: [Lanes]) -> Lanes {
        var sum = Lanes()
        let range = rows.starts[row]..<rows.starts[row + 1]
        // In bounds: there is a weight for each feature, and `starts` ends where the features do.
        unsafe weights.withUnsafeBufferPointer { weights in
            unsafe rows.features.withUnsafeBufferPointer { features in
                unsafe rows.values.withUnsafeBufferPointer { values in
                    for place in range { unsafe sum += weights[Int(features[place])] * values[place] }
                }
            }
        }
        return sum
    }

    private func add(_ step: Lanes, times row: Int, to weights: inout [Lanes]) {
        let range = rows.starts[row]..<rows.starts[row + 1]
        unsafe weights.withUnsafeMutableBufferPointer { weights in
            unsafe rows.features.withUnsafeBufferPointer { features in
                unsafe rows.values.withUnsafeBufferPointer { values in
                    for place in range { unsafe weights[Int(features[place])] += step * values[place] }
                }
            }
        }
    }
}
