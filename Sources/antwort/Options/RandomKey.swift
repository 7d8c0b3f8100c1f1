/// The one place that asks for chance: ids of drafts and replies, and the keys by which a platform recognises a repetition.
enum RandomKey {
    /// 128 random bits, in hex.
    @Sendable static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return [generator.next(), generator.next()].map { (half: UInt64) in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Twelve letters, short enough to be typed.
    @Sendable static func makeShort() -> String { String(make().prefix(12)) }
}
