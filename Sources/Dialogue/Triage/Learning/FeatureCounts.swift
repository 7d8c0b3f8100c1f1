/// Counts hashed features, each once however often it is met.
///
/// A table with open addressing, so that the work is proportional to the number of features, not to the number of buckets.
struct FeatureCounts {
    private var slots: [Int32]
    private var mask: Int
    private(set) var buckets: [UInt16] = []
    private(set) var counts: [UInt16] = []

    init(expecting count: Int) {
        var size = 64
        while size < count * 2 { size *= 2 }
        size = min(size, FeatureVector.bucketCount * 2)
        slots = Array(repeating: -1, count: size)
        mask = size - 1
        buckets.reserveCapacity(min(count, FeatureVector.bucketCount))
        counts.reserveCapacity(min(count, FeatureVector.bucketCount))
    }

    mutating func add(_ hash: UInt64) {
        let bucket = FeatureVector.bucket(of: hash)
        var slot = Int(bucket) &* 40_503 & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if buckets[index] == bucket {
                if counts[index] < .max { counts[index] += 1 }
                return
            }
            slot = (slot + 1) & mask
        }
        if buckets.count * 4 >= slots.count * 3, slots.count < FeatureVector.bucketCount * 2 {
            grow()
            add(hash)
            return
        }
        slots[slot] = Int32(buckets.count)
        buckets.append(bucket)
        counts.append(1)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (index, bucket) in buckets.enumerated() {
            var slot = Int(bucket) &* 40_503 & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }
}
