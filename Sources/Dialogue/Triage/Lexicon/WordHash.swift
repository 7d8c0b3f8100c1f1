/// FNV-1a with 64 bits (Fowler, Noll and Vo): the hash of every beginning of a word on the way to its end.
struct WordHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
}
