/// Which node of a tree of phrases follows which by which symbol: a hash table that is asked many times for every word of a post.
struct ChildTable: Sendable {
    private struct Slot {
        var key: UInt64
        /// Negative in a free slot.
        var child: Int32
    }

    private var slots = [Slot](repeating: Slot(key: 0, child: -1), count: 64)
    private var count = 0

    subscript(node: Int, symbol: Int32) -> Int? {
        let key = Self.key(node, symbol)
        var index = home(of: key)
        while slots[index].child >= 0 {
            if slots[index].key == key { return Int(slots[index].child) }
            index = (index + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a child that the table does not have yet.
    mutating func insert(_ child: Int32, after node: Int, _ symbol: Int32) {
        if count * 2 >= slots.count {
            let old = slots
            slots = Array(repeating: Slot(key: 0, child: -1), count: old.count * 2)
            for slot in old where slot.child >= 0 { place(slot) }
        }
        place(Slot(key: Self.key(node, symbol), child: child))
        count += 1
    }

    private mutating func place(_ slot: Slot) {
        var index = home(of: slot.key)
        while slots[index].child >= 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
    }

    /// By the upper half of a product (Fibonacci hashing; Knuth, The Art of Computer Programming, 6.4).
    private func home(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key &* 0x9e37_79b9_7f4a_7c15 >> 32) & (slots.count - 1)
    }

    private static func key(_ node: Int, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }
}
