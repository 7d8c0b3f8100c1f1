import Glibc

/// How much a feature counts: the rarer among posts, the more (inverse document frequency).
///
/// Words, pieces of words and findings each make a part of the same length, so that the many pieces do not drown the few words.
package struct FeatureWeighing: Hashable, Sendable {
    /// For each bucket, `idf` in steps of 1/24.
    let rarities: [UInt8]

    private static let steps: Float = 24
    /// The lengths of the three parts.
    private static let wordShare: Float = 0.8
    private static let pieceShare: Float = 1
    private static let findingShare: Float = 0.35

    init(rarities: [UInt8]) {
        self.rarities = rarities
    }

    /// Learns from posts how rare each feature is: `ln((1 + n) / (1 + df)) + 1`.
    init(of posts: [FeatureReader]) {
        var frequencies = [Float](repeating: 0, count: FeatureVector.bucketCount)
        for post in posts {
            for bucket in post.words.buckets { frequencies[Int(bucket)] += 1 }
            for bucket in post.pieces.buckets { frequencies[Int(bucket)] += 1 }
        }
        let total = Float(posts.count) + 1
        rarities = frequencies.map { UInt8(min(255, (logf(total / (1 + $0)) + 1) * Self.steps)) }
    }

    /// The features of a post in the weights that training and reading use.
    func vector(of post: FeatureReader) -> FeatureVector {
        var buckets: [UInt16] = []
        var values: [Float] = []
        let count = post.words.buckets.count + post.pieces.buckets.count + post.findings.count
        buckets.reserveCapacity(count)
        values.reserveCapacity(count)
        append(post.words, Self.wordShare, to: &buckets, &values)
        append(post.pieces, Self.pieceShare, to: &buckets, &values)
        for finding in post.findings {
            buckets.append(FeatureVector.bucket(of: finding.hash))
            values.append(finding.value * Self.findingShare)
        }
        return FeatureVector(buckets: buckets, values: values)
    }

    private func append(
        _ counted: FeatureCounts, _ share: Float, to buckets: inout [UInt16], _ values: inout [Float]
    ) {
        guard !counted.buckets.isEmpty else { return }
        let start = values.count
        var squares: Float = 0
        for (bucket, count) in zip(counted.buckets, counted.counts) {
            // A word said three times is not three times as much said.
            let often = count == 1 ? 1 : 1 + logf(Float(count))
            let value = often * Float(rarities[Int(bucket)]) / Self.steps
            buckets.append(bucket)
            values.append(value)
            squares += value * value
        }
        let scale = squares > 0 ? share / squares.squareRoot() : 0
        for index in start..<values.count { values[index] *= scale }
    }
}
