/// What tells the words of posts apart: those that differ in capitals, signs, names and links alone, as copies do, have the same.
package struct TextKey: Hashable, Sendable {
    private let hash: UInt64

    package init(_ text: String) {
        let post = TokenizedText(text)
        var hash = WordHash()
        for token in post.tokens where token.kind == .word || token.kind == .number {
            for place in token.folded { hash.add(post.folded[place]) }
            hash.add(UInt8(ascii: " "))
        }
        if post.tokens.allSatisfy({ $0.kind != .word && $0.kind != .number }) {
            for byte in text.utf8 { hash.add(byte) }
        }
        self.hash = hash.value
    }

    /// One of `count` parts of all texts, the same each time and of about the same size as the others.
    func part(of count: Int) -> Int {
        Int((hash ^ hash >> 31) % UInt64(max(1, count)))
    }
}
