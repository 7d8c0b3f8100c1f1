/// The features of many posts, one behind the other, as a trainer walks through them.
struct FeatureRows: Sendable {
    /// Where each post begins; one more than there are posts.
    private(set) var starts: [Int] = [0]
    private(set) var buckets: [UInt16] = []
    private(set) var values: [Float] = []
    /// Of each post.
    private(set) var squaredLengths: [Float] = []

    var count: Int { squaredLengths.count }

    mutating func append(_ vector: FeatureVector) {
        buckets += vector.buckets
        values += vector.values
        starts.append(buckets.count)
        squaredLengths.append(vector.squaredLength)
    }
}
