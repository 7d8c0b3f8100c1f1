/// Cuts a text into tokens in one pass over its bytes.
struct Tokenizer {
    var text: TokenizedText

    /// The place reached, in bytes and in scalars.
    var offset = 0
    var scalar = 0

    private var sentenceStart = 0
    private var clause = 0
    private var clausesInSentence = 0
    private var wordsInSentence = 0
    private var wordsInFirstClause = 0

    /// The token behind an opening quotation mark.
    private var quoteStart: Int?
    /// Whether a word or number ended right before this place.
    var isAfterWord = false
    /// Capitals part words here.
    var isInHashtag = false

    /// The most words an address before the sentence proper has ("hello everybody,").
    private static let longestAddress = 3

    init(bytes: [UInt8]) {
        text = TokenizedText(bytes: bytes)
    }

    mutating func run() {
        while offset < text.bytes.count {
            let (value, width) = UTF8Cursor.scalar(in: text.bytes, at: offset)
            switch ScalarClass(value) {
            case .letter, .foreignLetter:
                if isLink { readLink() } else { readWord() }
            case .digit: readNumber()
            case .emoji: readEmoji(width)
            case .invisible, .diaeresis: advance(width)
            case .stop: readStop(value, width)
            case .newline:
                endSentence()
                pass(width)
            case .pause: readPause(value, width)
            case .openingQuote: openQuote(width)
            case .closingQuote: closeQuote(width)
            case .quote: quoteStart == nil ? openQuote(width) : closeQuote(width)
            case .separator: readSeparator(value, width)
            case .space: pass(width)
            }
        }
        endSentence()
    }

    // MARK: Signs

    /// Steps over a scalar inside a word.
    mutating func advance(_ width: Int) {
        offset += width
        scalar += 1
    }

    /// Steps over a scalar that ends words.
    private mutating func pass(_ width: Int) {
        advance(width)
        isAfterWord = false
        isInHashtag = false
    }

    private mutating func readStop(_ value: UInt32, _ width: Int) {
        let isQuestion = value == 0x3f || value == 0xff1f || (0x2047...0x2048).contains(value)
        if value == 0x2e, !endsSentence { return pass(width) }
        endSentence(questionMark: isQuestion ? scalar : nil, isExclaimed: value == 0x21, isOpen: false)
        pass(width)
    }

    private mutating func readPause(_ value: UInt32, _ width: Int) {
        if readEmoticon() { return }
        // A colon inside a word ("Kund:innen") parts nothing.
        if value != 0x3a || !isWord(at: offset + width) { endClause() }
        pass(width)
    }

    private mutating func readSeparator(_ value: UInt32, _ width: Int) {
        switch value {
        case 0x40 where isAfterWord:
            text.hasInnerAt = true
        case 0x40 where isWord(at: offset + width):
            readMention()
            isAfterWord = false
            return
        case 0x23 where !isAfterWord && isWord(at: offset + width):
            pass(width)
            isInHashtag = true
            return
        case 0x5f where isInHashtag:
            advance(width)
            isAfterWord = false
            return
        case 0x3d, 0x3c:
            if readEmoticon() { return }
        default: break
        }
        pass(width)
    }

    /// Reads `:)`, `;-(`, `<3` and their like as one emoji, without the nose.
    private mutating func readEmoticon() -> Bool {
        guard !isAfterWord, offset + 1 < text.bytes.count else { return false }
        let eyes = text.bytes[offset]
        var mouth = offset + 1
        guard Self.eyes.contains(eyes) else { return false }
        if text.bytes[mouth] == UInt8(ascii: "-") || text.bytes[mouth] == UInt8(ascii: "'") { mouth += 1 }
        guard mouth < text.bytes.count, Self.mouths.contains(text.bytes[mouth]), !isWord(at: mouth + 1) else {
            return false
        }
        if eyes == UInt8(ascii: "<"), text.bytes[mouth] != UInt8(ascii: "3") { return false }
        let token = newToken(.emoji)
        text.folded.append(eyes)
        text.folded.append(text.bytes[mouth])
        while offset <= mouth { advance(1) }
        add(token, drawnOut: [])
        isAfterWord = false
        return true
    }

    private static let eyes = Array(":;=<".utf8)
    private static let mouths = Array(")(DPp/|*3oO".utf8)

    // MARK: Quotations

    private mutating func openQuote(_ width: Int) {
        endClause()
        quoteStart = text.tokens.count
        pass(width)
    }

    private mutating func closeQuote(_ width: Int) {
        endClause()
        pass(width)
        guard let start = quoteStart else { return }
        quoteStart = nil
        for index in start..<text.tokens.count {
            text.tokens[index].isQuoted = true
        }
    }

    // MARK: Clauses and sentences

    private mutating func endClause() {
        clause += 1
        if wordsInSentence > 0 { clausesInSentence += 1 }
        if clausesInSentence == 1 { wordsInFirstClause = wordsInSentence }
    }

    private mutating func endSentence(questionMark: Int? = nil, isExclaimed: Bool = false, isOpen: Bool = true) {
        clause += 1
        let tokens = sentenceStart..<text.tokens.count
        if tokens.isEmpty, let last = text.sentences.indices.last {
            text.sentences[last].isQuestion = text.sentences[last].isQuestion || questionMark != nil
            text.sentences[last].questionMark = text.sentences[last].questionMark ?? questionMark
            text.sentences[last].isExclaimed = text.sentences[last].isExclaimed || isExclaimed
            return
        }
        guard !tokens.isEmpty || questionMark != nil else { return }
        text.sentences.append(
            Sentence(
                tokens: tokens, isQuestion: questionMark != nil, questionMark: questionMark, isExclaimed: isExclaimed,
                isOpen: isOpen))
        sentenceStart = text.tokens.count
        wordsInSentence = 0
        wordsInFirstClause = 0
        clausesInSentence = 0
    }

    /// Whether the full stop at this place ends a sentence, not an abbreviation, a number or a name of a file.
    private var endsSentence: Bool {
        var next = offset + 1
        if next < text.bytes.count, Self.isWordByte(text.bytes[next]) { return false }
        guard isAfterWord, let last = text.tokens.last else { return true }
        guard last.kind == .number || last.scalars.count <= 3 else { return true }
        while next < text.bytes.count, text.bytes[next] == UInt8(ascii: " ") {
            next += 1
            if next - offset > 4 { return true }
        }
        guard next < text.bytes.count else { return true }
        let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text.bytes[next])
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text.bytes[next])
        return !(isSmall || isDigit)
    }

    // MARK: Tokens

    func newToken(_ kind: Token.Kind) -> Token {
        let place = text.folded.count
        return Token(
            kind: kind, folded: place..<place, shortened: place..<place, scalars: scalar..<scalar,
            sentence: text.sentences.count, clause: clause)
    }

    /// Adds a token that ends at this place. `drawnOut` names the folded letters that a shorter spelling leaves out.
    mutating func add(_ unfinished: Token, drawnOut: [Range<Int>]) {
        var token = unfinished
        token.folded = token.folded.lowerBound..<text.folded.count
        token.scalars = token.scalars.lowerBound..<scalar
        token.shortened = text.folded.count..<text.folded.count
        if !drawnOut.isEmpty {
            var place = token.folded.lowerBound
            for left in drawnOut {
                repeatFolded(place..<left.lowerBound)
                place = left.upperBound
            }
            repeatFolded(place..<token.folded.upperBound)
            token.shortened = token.folded.upperBound..<text.folded.count
        }
        if token.kind == .word || token.kind == .number {
            token.isFirst = wordsInSentence == 0
            let isBehindAddress =
                clausesInSentence == 1 && wordsInSentence == wordsInFirstClause
                && wordsInFirstClause <= Self.longestAddress
            token.opensSentence = token.isFirst || isBehindAddress
            wordsInSentence += 1
        }
        text.tokens.append(token)
    }

    /// Appends folded bytes once more, one by one: appending a slice of an array to itself copies the whole of it.
    private mutating func repeatFolded(_ range: Range<Int>) {
        for place in range {
            let byte = text.folded[place]
            text.folded.append(byte)
        }
    }

    /// Whether a word or number begins at this byte.
    func isWord(at place: Int) -> Bool {
        place < text.bytes.count && Self.isWordByte(text.bytes[place])
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0xc3...0xdf:
            true
        default: false
        }
    }
}
