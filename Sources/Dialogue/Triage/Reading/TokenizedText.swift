/// A post cut into words and sentences, folded so that spellings of a word are equal.
struct TokenizedText: Sendable {
    /// The text as UTF-8.
    let bytes: [UInt8]

    /// The folded words one after the other.
    var folded: [UInt8] = []
    var tokens: [Token] = []
    var sentences: [Sentence] = []

    var letters = 0
    var latinLetters = 0
    var capitals = 0
    var digits = 0

    /// Whether an `@` stands behind a letter or digit, as in an address.
    var hasInnerAt = false

    init(bytes: [UInt8]) {
        self.bytes = bytes
        folded.reserveCapacity(bytes.count + bytes.count / 8 + 8)
        tokens.reserveCapacity(bytes.count / 5 + 4)
    }

    init(_ text: String) {
        var tokenizer = Tokenizer(bytes: Array(text.utf8))
        tokenizer.run()
        self = tokenizer.text
    }

    /// Whether the author writes in capitals throughout, so that a capital says nothing.
    var isShouted: Bool {
        capitals * 10 > latinLetters * 6 && latinLetters > 3
    }

    /// The place in the text from the first of `tokens` to the last, in Unicode scalars.
    func scalars(from first: Int, through last: Int) -> Range<Int> {
        tokens[first].scalars.lowerBound..<tokens[last].scalars.upperBound
    }
}
