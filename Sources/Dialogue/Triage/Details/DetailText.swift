/// A post as the search for particulars sees it: what each token can be, and what stands between the tokens.
struct DetailText {
    let text: TokenizedText

    /// What each token can be, by itself or as the beginning of a phrase.
    private var words: [DetailWords]
    /// What the longest phrase from a token is, and its last token.
    private var phrases: [Int: (words: DetailWords, last: Int)] = [:]
    /// Where each token lies in ``TokenizedText/bytes``.
    private var places: [Range<Int>] = []
    /// Whether a sentence speaks of travelling.
    private var travels: [Bool]

    init(_ text: TokenizedText, symbols: SymbolizedText, lexicon: Lexicon, particulars: [Hit]) {
        self.text = text
        travels = Array(repeating: false, count: text.sentences.count + 1)
        words = []
        words.reserveCapacity(text.tokens.count)
        let known = lexicon.detailWords
        for token in text.tokens.indices {
            var word: DetailWords = []
            for symbol in symbols.symbols(at: token) { word.formUnion(known[Int(symbol)]) }
            words.append(word)
        }
        readPlaces()
        for hit in particulars { add(hit) }
        readCompounds(lexicon: lexicon)
        for token in text.tokens.indices where !words[token].isDisjoint(with: Self.travelling) {
            travels[min(text.tokens[token].sentence, travels.count - 1)] = true
        }
    }

    private static let travelling: DetailWords = [.travel, .line, .lineName, .train, .flight]

    // MARK: Words

    var count: Int { words.count }

    func has(_ token: Int, _ some: DetailWords) -> Bool {
        token >= 0 && token < words.count && !words[token].isDisjoint(with: some)
    }

    /// The last token of the longest phrase from here that is one of these, or the token itself.
    func last(of token: Int, as some: DetailWords) -> Int {
        guard let phrase = phrases[token], !phrase.words.isDisjoint(with: some) else { return token }
        return phrase.last
    }

    func isNumber(_ token: Int) -> Bool {
        token >= 0 && token < words.count && text.tokens[token].kind == .number
    }

    func isWord(_ token: Int) -> Bool {
        token >= 0 && token < words.count && text.tokens[token].kind == .word
    }

    /// Whether something can begin at a token: most words have no part in any particular.
    func mayBegin(_ token: Int) -> Bool {
        switch text.tokens[token].kind {
        case .number: true
        case .word: !words[token].isEmpty || text.tokens[token].isCapital
        default: false
        }
    }

    /// A number in digits or words.
    func isNumeral(_ token: Int) -> Bool {
        isNumber(token) || has(token, .counting)
    }

    func shape(_ token: Int) -> NumberShape {
        NumberShape(text.folded, text.tokens[token].folded)
    }

    /// A capital that says something: none in a text of capitals, none at the beginning of a sentence.
    func isName(_ token: Int) -> Bool {
        guard isWord(token), !text.isShouted, !has(token, .namedOtherwise) else { return false }
        let word = text.tokens[token]
        return word.isCapital && !word.isFirst && word.scalars.count >= Self.shortestName
    }

    private static let shortestName = 3

    func speaksOfTravel(_ token: Int) -> Bool {
        travels[min(text.tokens[token].sentence, travels.count - 1)]
    }

    /// Whether a bare number may end before this token: the clause is over, or it goes on with a small word.
    func mayFollow(_ token: Int) -> Bool {
        guard token > 0, token < words.count else { return true }
        return text.tokens[token].clause != text.tokens[token - 1].clause || has(token, .following)
            || text.tokens[token].kind == .emoji
    }

    // MARK: Gaps

    /// What stands between a token and the next.
    enum Gap {
        case nothing
        case blank
        case hyphen
        case slash
        /// A full stop and what blanks follow it.
        case dot
        /// Something else, or the end.
        case other
    }

    func gap(after token: Int) -> Gap {
        guard token >= 0, token + 1 < places.count else { return .other }
        var place = places[token].upperBound
        let end = places[token + 1].lowerBound
        guard end - place <= Self.longestGap else { return .other }
        var gap = Gap.nothing
        while place < end {
            let (scalar, width) = UTF8Cursor.scalar(in: text.bytes, at: place)
            switch scalar {
            case 0x20, 0x09, 0xa0, 0x202f: if gap == .nothing { gap = .blank }
            case 0x2d, 0x2010...0x2014:
                guard gap == .nothing || gap == .blank else { return .other }
                gap = .hyphen
            case 0x2f:
                guard gap == .nothing else { return .other }
                gap = .slash
            case 0x2e:
                guard gap == .nothing else { return .other }
                gap = .dot
            case 0x200b...0x200f, 0x2060, 0xfe0f: break
            default: return .other
            }
            place += width
        }
        return gap
    }

    private static let longestGap = 8

    /// Whether nothing but a blank parts a token from the next.
    func isPlain(after token: Int) -> Bool {
        switch gap(after: token) {
        case .nothing, .blank: true
        default: false
        }
    }

    /// The scalar right behind a token, with the blank in between left aside, and how many scalars reach behind it.
    func sign(after token: Int) -> (value: UInt32, length: Int)? {
        var place = places[token].upperBound
        var length = 1
        while place < text.bytes.count, length < 3 {
            let (value, width) = UTF8Cursor.scalar(in: text.bytes, at: place)
            guard value == 0x20 || value == 0xa0 || value == 0x202f else { return (value, length) }
            place += width
            length += 1
        }
        return nil
    }

    /// The scalar right before a token, likewise.
    func sign(before token: Int) -> (value: UInt32, length: Int)? {
        var place = places[token].lowerBound
        var length = 1
        while place > 0, length < 3 {
            place -= 1
            while place > 0, text.bytes[place] & 0xc0 == 0x80 { place -= 1 }
            let (value, _) = UTF8Cursor.scalar(in: text.bytes, at: place)
            guard value == 0x20 || value == 0xa0 || value == 0x202f else { return (value, length) }
            length += 1
        }
        return nil
    }

    /// The bytes right behind a token, at most four.
    func bytes(after token: Int) -> ArraySlice<UInt8> {
        text.bytes[places[token].upperBound...].prefix(4)
    }

    // MARK: Reading

    private mutating func readPlaces() {
        places.reserveCapacity(text.tokens.count)
        var offset = 0
        var scalar = 0
        func step(to end: Int) {
            while scalar < end, offset < text.bytes.count {
                offset += 1
                while offset < text.bytes.count, text.bytes[offset] & 0xc0 == 0x80 { offset += 1 }
                scalar += 1
            }
        }
        for token in text.tokens {
            step(to: token.scalars.lowerBound)
            let start = offset
            step(to: token.scalars.upperBound)
            places.append(start..<offset)
        }
    }

    private mutating func add(_ hit: Hit) {
        guard let word = DetailWords(hit.category) else { return }
        if word == .idiom {
            for token in hit.first...hit.last where hit.contains(token) { words[token].insert(.idiom) }
            return
        }
        words[hit.first].formUnion(word)
        if !word.isDisjoint(with: .leading) { words[hit.last].formUnion(word) }
        guard let known = phrases[hit.first], known.last >= hit.last else {
            phrases[hit.first] = (word, hit.last)
            return
        }
        if known.last == hit.last { phrases[hit.first] = (known.words.union(word), hit.last) }
    }

    /// Looks up words that a sign joins ("Smart-Meter", "Fritz!Box") as the one word they are elsewhere.
    private mutating func readCompounds(lexicon: Lexicon) {
        var symbols: [Int32] = []
        for token in text.tokens.indices.dropLast() where isJoined(token) {
            symbols.removeAll(keepingCapacity: true)
            let whole = text.tokens[token].folded.lowerBound..<text.tokens[token + 1].folded.upperBound
            lexicon.words.appendSymbols(of: text.folded, in: whole, to: &symbols)
            let word = symbols.reduce(into: DetailWords()) { $0.formUnion(lexicon.detailWords[Int($1)]) }
            guard !word.isDisjoint(with: Self.compounds), phrases[token] == nil else { continue }
            words[token].formUnion(word.intersection(Self.compounds))
            phrases[token] = (word.intersection(Self.compounds), token + 1)
        }
    }

    private static let compounds: DetailWords = [.product, .productNumbered, .spot, .line]

    /// Whether one sign and no blank stands between two words.
    private func isJoined(_ token: Int) -> Bool {
        guard isWord(token), isWord(token + 1),
            places[token + 1].lowerBound - places[token].upperBound == 1,
            text.tokens[token].folded.upperBound == text.tokens[token + 1].folded.lowerBound
        else { return false }
        let sign = text.bytes[places[token].upperBound]
        return sign == UInt8(ascii: "-") || sign == UInt8(ascii: "!")
    }
}
