/// Shuffles in the same way each time: training must give the same model from the same posts.
///
/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededOrder {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A number below `bound`, which is positive.
    mutating func next(below bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        value ^= value >> 31
        return Int(value.multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Fisher and Yates.
    mutating func shuffle(_ order: inout [Int]) {
        guard order.count > 1 else { return }
        for index in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(index, next(below: index + 1))
        }
    }
}
