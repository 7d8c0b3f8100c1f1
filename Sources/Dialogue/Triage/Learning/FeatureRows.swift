/// The features of many posts, one behind the other, as a trainer walks through them.
///
/// Features are renumbered, the commonest first: those that most posts have then lie side by side in the trainer's memory, which is most of
/// what its speed hangs on.
struct FeatureRows: Sendable {
    /// Where each post begins; one more than there are posts.
    let starts: [Int]
    /// By the new numbers, each below ``featureCount``.
    let features: [UInt16]
    let values: [Float]
    /// Of each post.
    let squaredLengths: [Float]
    /// The bucket of each new number.
    private let buckets: [UInt16]

    init(_ vectors: some Sequence<FeatureVector>) {
        var starts = [0]
        var features: [UInt16] = []
        var values: [Float] = []
        var squaredLengths: [Float] = []
        var frequencies = [Int](repeating: 0, count: FeatureVector.bucketCount)
        for vector in vectors {
            for bucket in vector.buckets { frequencies[Int(bucket)] += 1 }
            features += vector.buckets
            values += vector.values
            starts.append(features.count)
            squaredLengths.append(vector.squaredLength)
        }
        let buckets = frequencies.indices.filter { frequencies[$0] > 0 }.sorted {
            (frequencies[$1], $0) < (frequencies[$0], $1)
        }
        var numbers = [UInt16](repeating: 0, count: FeatureVector.bucketCount)
        for (number, bucket) in buckets.enumerated() { numbers[bucket] = UInt16(number) }
        for place in features.indices { features[place] = numbers[Int(features[place])] }
        self.starts = starts
        self.features = features
        self.values = values
        self.squaredLengths = squaredLengths
        self.buckets = buckets.map { UInt16($0) }
    }

    var count: Int { squaredLengths.count }
    var featureCount: Int { buckets.count }

    /// A weight for each bucket, from one for each new number.
    func weights(_ weight: (Int) -> Float) -> [Float] {
        var weights = [Float](repeating: 0, count: FeatureVector.bucketCount)
        for (number, bucket) in buckets.enumerated() { weights[Int(bucket)] = weight(number) }
        return weights
    }
}
