/// An entry of a lexicon found in a post.
struct Hit {
    var category: LexiconCategory
    /// See ``LexiconCategory/places``.
    var place: UInt8
    var weight: Double
    /// Where the entry's own name stands among the lexicon's names; negative for none.
    var name: Int16
    /// Its first and last token.
    var first: Int
    var last: Int
    /// The tokens it is made of, gaps left out; bit 0 is `first`.
    var tokens: UInt64
    /// Which entry of its category it is, where they are told apart.
    var mark: Int32 = 0

    var wordCount: Int { tokens.nonzeroBitCount }

    /// Whether it is made of the token, and not merely reaches over it.
    func contains(_ token: Int) -> Bool {
        token >= first && token <= last && tokens & 1 << UInt64(token - first) != 0
    }
}
