/// Reads the features of a post: its words and pairs of words, pieces of two to five letters of each word, and what the word lists find.
///
/// Pieces of words carry over to spellings, endings and compounds that no list has; the findings of the lists carry what people have put
/// down about words that the corpus never uses.
struct FeatureReader {
    /// Buckets of single words count from here, so that a word is not taken for its letters.
    private static let wordSeed: UInt64 = 0x9e37_79b9_7f4a_7c15
    private static let pairSeed: UInt64 = 0xc2b2_ae3d_27d4_eb4f
    private static let pieceSeed: UInt64 = 0x1656_67b1_9e37_79f9
    private static let findingSeed: UInt64 = 0x27d4_eb2f_1656_67c5
    private static let longestPiece = 5
    /// Letters of a longer word say nothing more.
    private static let longestWord = 40
    /// Features of a longer text say nothing more, and cost.
    private static let mostWords = 2_000

    private(set) var words: FeatureCounts
    private(set) var pieces: FeatureCounts
    private(set) var findings: [(hash: UInt64, value: Float)] = []

    /// - Parameters:
    ///   - isOwnName: whether folded bytes of the text are a name of the brand: its customers must not be told by it.
    init(_ text: TokenizedText, hits: [Hit], tally: WordTally, isOwnName: (Range<Int>) -> Bool) {
        let count = min(text.tokens.count, Self.mostWords)
        words = FeatureCounts(expecting: count * 2)
        pieces = FeatureCounts(expecting: count * 20)
        Self.forEachFeature(of: text, isOwnName: isOwnName) { _, kind, hash in
            switch kind {
            case .word: words.add(hash)
            case .piece: pieces.add(hash)
            }
        }
        addFindings(text, hits: hits, tally: tally)
    }

    // MARK: Words and their pieces

    enum Kind {
        /// A word, or a pair of words.
        case word
        case piece
    }

    /// Hands over every feature with the token it ends at, in the order of the text.
    @inline(__always)
    static func forEachFeature(
        of text: TokenizedText, isOwnName: (Range<Int>) -> Bool, _ take: (_ token: Int, Kind, UInt64) -> Void
    ) {
        var previous: UInt64?
        var previousSentence = -1
        for (index, token) in text.tokens.prefix(mostWords).enumerated() {
            if token.sentence != previousSentence { previous = nil }
            previousSentence = token.sentence
            let isOwn = (token.kind == .mention || token.kind == .word) && isOwnName(token.folded)
            let hash = isOwn ? Self.ownName : self.hash(of: token, in: text)
            take(index, .word, hash ^ wordSeed)
            if let previous { take(index, .word, (previous &* 31 ^ hash) &* pairSeed) }
            previous = hash
            guard token.kind == .word, !isOwn else { continue }
            forEachPiece(of: token, in: text) { take(index, .piece, $0) }
        }
    }

    private static let ownName: UInt64 = 0x34

    /// Numbers, links and names are features as such, whichever they are.
    private static func hash(of token: Token, in text: TokenizedText) -> UInt64 {
        switch token.kind {
        case .number: return 0x31
        case .link: return 0x32
        case .mention: return 0x33
        case .word, .emoji:
            let bytes = token.shortened.isEmpty ? token.folded : token.shortened
            var hash = WordHash()
            for place in bytes { hash.add(text.folded[place]) }
            return hash.value
        }
    }

    @inline(__always)
    private static func forEachPiece(of token: Token, in text: TokenizedText, _ take: (UInt64) -> Void) {
        let range = token.shortened.isEmpty ? token.folded : token.shortened
        let length = min(range.count, longestWord)
        // A sign that no word contains stands at both ends.
        func byte(_ place: Int) -> UInt8 {
            place == 0 || place == length + 1 ? 1 : text.folded[range.lowerBound + place - 1]
        }
        for start in 0..<length + 1 {
            var hash = WordHash()
            for place in start..<min(start + longestPiece, length + 2) {
                hash.add(byte(place))
                if place > start { take(hash.value ^ pieceSeed) }
            }
        }
    }

    // MARK: Findings

    private mutating func addFindings(_ text: TokenizedText, hits: [Hit], tally: WordTally) {
        var weights = [Double](repeating: 0, count: LexiconCategory.places.count)
        for hit in hits { weights[Int(hit.place)] += hit.weight }
        for category in Self.categories where weights[category.place] > 0 {
            findings.append((hash: category.hash, value: Float(min(weights[category.place], 3) / 3)))
        }
        // The same with negation and emphasis taken into account.
        find("tally.negative", min(tally.negative, 3) / 3)
        find("tally.positive", min(tally.positive, 3) / 3)
        find("tally.complaint", min(tally.complaint, 3) / 3)
        find("tally.praise", min(tally.praise, 3) / 3)
        find("tally.thanks", min(tally.thanks, 2) / 2)
        find("tally.goodbye", min(tally.goodbye, 2) / 2)
        find("tally.resolved", min(tally.resolved, 2) / 2)
        find("tally.question", min(tally.question, 2) / 2)
        find("tally.request", min(tally.request, 2) / 2)
        if tally.blamesByQuestion { find("tally.blame", 1) }
        if tally.hasContrast, tally.positive + tally.praise > 0 { find("tally.but", 1) }
        addShape(text)
    }

    private mutating func addShape(_ text: TokenizedText) {
        let count = text.tokens.count { $0.kind == .word || $0.kind == .number }
        let size = [3, 6, 12, 25, 50, 100].firstIndex { count <= $0 } ?? 6
        find(Self.sizes[size], 0.6)
        if text.tokens.first?.kind == .mention { find("shape.begins_with_name", 0.6) }
        if text.tokens.contains(where: { $0.kind == .link }) { find("shape.link", 0.8) }
        if text.tokens.contains(where: \.isHashtag) { find("shape.hashtag", 0.6) }
        if text.isShouted { find("shape.shouted", 0.6) }
        if text.tokens.contains(where: \.isQuoted) { find("shape.quoted", 0.6) }
        if text.sentences.contains(where: \.isExclaimed) { find("shape.exclaimed", 0.5) }
        if text.tokens.contains(where: { !$0.shortened.isEmpty }) { find("shape.drawn_out", 0.5) }
        if text.sentences.last?.isQuestion == true { find("shape.ends_asking", 0.6) }
        if text.tokens.contains(where: { $0.kind == .number }) { find("shape.number", 0.5) }
    }

    private static let sizes = (0...6).map { "shape.size.\($0)" }
    private static let categories = LexiconCategory.judging.compactMap { category in
        LexiconCategory.places[category].map { (place: Int($0), hash: hash(ofFinding: category.rawValue)) }
    }

    private mutating func find(_ name: String, _ value: Double) {
        guard value > 0 else { return }
        findings.append((hash: Self.hash(ofFinding: name), value: Float(value)))
    }

    private static func hash(ofFinding name: String) -> UInt64 {
        var hash = WordHash()
        for byte in name.utf8 { hash.add(byte) }
        return hash.value ^ findingSeed
    }
}
