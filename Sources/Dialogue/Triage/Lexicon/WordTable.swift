/// Folded words and the symbols that stand for them, found by hash and compared by their bytes.
struct WordTable: Sendable {
    private struct Slot {
        var hash: UInt64
        var start: Int32
        var count: Int32
        /// Negative in a free slot.
        var symbol: Int32
    }

    private var slots: [Slot] = Array(repeating: Self.free, count: 16)
    private var bytes: [UInt8] = []
    private var count = 0

    /// A bit for every hash that a word has, with others sharing it.
    private var marks = [UInt64](repeating: 0, count: 1 << 10)

    /// Bit n: some word has n bytes.
    private(set) var lengths: UInt64 = 0

    private static let free = Slot(hash: 0, start: 0, count: 0, symbol: -1)

    /// The symbol of the word whose bytes are `text[range]` and hash to `hash`.
    func symbol(of text: [UInt8], in range: Range<Int>, hash: UInt64) -> Int32? {
        let mask = slots.count - 1
        var index = Self.home(of: hash, mask: mask)
        while slots[index].symbol >= 0 {
            let slot = slots[index]
            if slot.hash == hash, Int(slot.count) == range.count, isEqual(slot, text, range) { return slot.symbol }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Whether some word may have this hash: nearly every beginning of a word has none, and this says so from memory
    /// that stays in the cache.
    func mayHold(_ hash: UInt64) -> Bool {
        let bit = Self.bit(of: hash)
        return marks[bit >> 6] & 1 << UInt64(bit & 63) != 0
    }

    /// Adds a word that the table does not have yet, of at most 63 bytes.
    mutating func insert(_ word: [UInt8], hash: UInt64, symbol: Int32) {
        if count * 2 >= slots.count { grow() }
        let slot = Slot(hash: hash, start: Int32(bytes.count), count: Int32(word.count), symbol: symbol)
        bytes += word
        lengths |= 1 << UInt64(word.count)
        count += 1
        marks[Self.bit(of: hash) >> 6] |= 1 << UInt64(Self.bit(of: hash) & 63)
        place(slot)
    }

    private mutating func place(_ slot: Slot) {
        let mask = slots.count - 1
        var index = Self.home(of: slot.hash, mask: mask)
        while slots[index].symbol >= 0 {
            index = (index + 1) & mask
        }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Self.free, count: old.count * 2)
        for slot in old where slot.symbol >= 0 {
            place(slot)
        }
    }

    private func isEqual(_ slot: Slot, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        var index = Int(slot.start)
        for place in range {
            if bytes[index] != text[place] { return false }
            index += 1
        }
        return true
    }

    private static func bit(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 29) & 0xffff
    }

    private static func home(of hash: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    }
}
