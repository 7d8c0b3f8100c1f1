/// The tokens of a post as symbols of one lexicon.
struct SymbolizedText {
    private var symbols: [Int32] = []
    /// Where each token's symbols begin; one more than there are tokens.
    private var starts: [Int] = []

    /// `skipsWords` leaves nothing but emoji, for a text that is not in the lexicon's language.
    init(_ text: TokenizedText, lexicon: Lexicon, context: TriageContext, skipsWords: Bool = false) {
        self.init(text, words: lexicon.words, context: context, skipsWords: skipsWords)
    }

    /// The tokens as symbols of these words.
    init(_ text: TokenizedText, words: WordIndex, context: TriageContext, skipsWords: Bool = false) {
        symbols.reserveCapacity(text.tokens.count * 2)
        starts.reserveCapacity(text.tokens.count + 1)
        for token in text.tokens {
            starts.append(symbols.count)
            switch token.kind {
            case .mention, .link: continue
            case .word: if skipsWords || context.isHandle(text.folded, token.folded) { continue }
            case .number:
                if skipsWords { continue }
                symbols.append(WordIndex.number)
            case .emoji: break
            }
            words.appendSymbols(of: text.folded, in: token.folded, to: &symbols)
            if !token.shortened.isEmpty {
                words.appendSymbols(of: text.folded, in: token.shortened, to: &symbols)
            }
        }
        starts.append(symbols.count)
    }

    func symbols(at token: Int) -> ArraySlice<Int32> {
        symbols[starts[token]..<starts[token + 1]]
    }

    /// Where the symbols of a token stand, for walks that ask too often to take a slice each time.
    func places(at token: Int) -> Range<Int> { starts[token]..<starts[token + 1] }

    subscript(place: Int) -> Int32 { symbols[place] }
}
