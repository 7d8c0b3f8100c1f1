/// Finds every entry of a lexicon in a post.
struct HitFinder {
    let text: TokenizedText
    let symbols: SymbolizedText
    let phrases: PhraseTree

    private var hits: [Hit] = []
    /// Those of the categories that name particulars; nothing yields to them.
    private var particulars: [Hit] = []
    /// The symbols of the tokens that an entry has anywhere but first, and where those of each token begin: most words have none.
    private var later: [Int32] = []
    private var laterStarts: [Int] = []
    /// Whether a sentence begins at the token; greetings and fillers hand it on to the word behind them.
    private var opens: [Bool]

    /// The hits of a lexicon's entries in the order of their first token, and beside them those that name particulars.
    ///
    /// Of hits that name the same words, in categories whose entries yield, only those of the longest entry are left; a flag or urgency
    /// yields to a turn of phrase that is neutral and takes in all its words.
    static func find(
        in text: TokenizedText, symbols: SymbolizedText, phrases: PhraseTree
    ) -> (hits: [Hit], particulars: [Hit]) {
        var finder = HitFinder(text: text, symbols: symbols, phrases: phrases)
        for token in text.tokens.indices {
            finder.findEntries(from: token)
        }
        return (finder.withoutCovered(), finder.particulars)
    }

    private init(text: TokenizedText, symbols: SymbolizedText, phrases: PhraseTree) {
        self.text = text
        self.symbols = symbols
        self.phrases = phrases
        opens = text.tokens.map(\.opensSentence)
        hits.reserveCapacity(text.tokens.count)
        laterStarts.reserveCapacity(text.tokens.count + 1)
        for token in text.tokens.indices {
            laterStarts.append(later.count)
            for place in symbols.places(at: token) where phrases.goesOn(with: symbols[place]) {
                later.append(symbols[place])
            }
        }
        laterStarts.append(later.count)
    }

    private mutating func findEntries(from token: Int) {
        let known = hits.count
        for place in symbols.places(at: token) {
            guard let node = phrases.start(symbols[place]) else { continue }
            walk(from: node, first: token, last: token, tokens: 1)
        }
        guard opens[token] else { return }
        for hit in hits[known...] where hit.category.comesBeforeSentence && hit.last + 1 < opens.count {
            let next = hit.last + 1
            if text.tokens[next].sentence == text.tokens[token].sentence { opens[next] = true }
        }
    }

    /// Follows the tree from a node that `last` led to. Bounded by the lexicon: an entry has few parts, a gap few words.
    private mutating func walk(from node: Int, first: Int, last: Int, tokens: UInt64) {
        for meaning in phrases.meanings(at: node) where !meaning.opensSentence || opens[first] {
            let hit = Hit(
                category: meaning.category, place: meaning.place, weight: meaning.weight, name: meaning.name,
                first: first, last: last, tokens: tokens, mark: meaning.mark)
            if meaning.category.isOfDetails { particulars.append(hit) } else { add(hit) }
        }
        let sentence = text.tokens[first].sentence
        if phrases.goesOn(after: node), last + 1 < text.tokens.count, text.tokens[last + 1].sentence == sentence {
            step(from: node, to: last + 1, first: first, tokens: tokens)
        }
        guard let gap = phrases.gap(after: node) else { return }
        let clause = text.tokens[last].clause
        for token in last + 1..<min(last + 2 + LexiconEntry.longestGap, text.tokens.count) {
            guard text.tokens[token].sentence == sentence, text.tokens[token].clause == clause else { return }
            step(from: gap, to: token, first: first, tokens: tokens)
        }
    }

    private mutating func step(from node: Int, to token: Int, first: Int, tokens: UInt64) {
        for place in laterStarts[token]..<laterStarts[token + 1] {
            guard let next = phrases.next(after: node, later[place]) else { continue }
            walk(from: next, first: first, last: token, tokens: tokens | 1 << UInt64(token - first))
        }
    }

    /// A word can be found by itself and by its beginning: the heavier entry stands.
    private mutating func add(_ hit: Hit) {
        var index = hits.count - 1
        while index >= 0, hits[index].first == hit.first {
            if hits[index].category == hit.category, hits[index].tokens == hit.tokens, hits[index].mark == hit.mark {
                hits[index].weight = max(hits[index].weight, hit.weight)
                return
            }
            index -= 1
        }
        hits.append(hit)
    }

    private func withoutCovered() -> [Hit] {
        // The number of words of the longest yielding hit over each token, and of the longest neutral one.
        var longest = [UInt8](repeating: 0, count: text.tokens.count)
        var neutral: [UInt8] = []
        for hit in hits where hit.category.yieldsToLonger {
            let words = UInt8(hit.wordCount)
            if hit.category == .neutral, neutral.isEmpty { neutral = Array(repeating: 0, count: text.tokens.count) }
            for token in hit.first...hit.last where hit.contains(token) {
                if words > 1 { longest[token] = max(longest[token], words) }
                if hit.category == .neutral { neutral[token] = max(neutral[token], words) }
            }
        }
        return hits.filter { hit in
            if !neutral.isEmpty, hit.category.flag != nil || hit.category.urgencyReason != nil {
                let words = UInt8(hit.wordCount)
                return (hit.first...hit.last).contains { hit.contains($0) && neutral[$0] < words }
            }
            guard hit.category.yieldsToLonger || hit.category == .negation || hit.category == .negationAfter else {
                return true
            }
            let words = UInt8(hit.wordCount)
            return (hit.first...hit.last).contains { hit.contains($0) && longest[$0] <= words }
        }
    }
}

extension LexiconCategory {
    /// Whether a sentence proper may begin behind its entries.
    fileprivate var comesBeforeSentence: Bool {
        switch self {
        case .greeting, .filler, .contrast, .acknowledgement: true
        default: false
        }
    }
}
