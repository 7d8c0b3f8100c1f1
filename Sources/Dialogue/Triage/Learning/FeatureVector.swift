/// A post as a linear model sees it: which of the hashed features it has, and how much of each.
package struct FeatureVector: Sendable {
    /// Features are told apart by 16 bits of their hash.
    static let bucketCount = 1 << 16

    /// Each bucket once.
    let buckets: [UInt16]
    let values: [Float]

    /// Where a feature is kept, by its hash.
    static func bucket(of hash: UInt64) -> UInt16 {
        UInt16(truncatingIfNeeded: hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48)
    }

    var squaredLength: Float { values.reduce(0) { $0 + $1 * $1 } }
}
