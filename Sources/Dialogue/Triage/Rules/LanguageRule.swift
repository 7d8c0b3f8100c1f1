/// The language of a post: the one whose words it has most of.
///
/// Words of the lexicon's `language_words` count with their weight, words and parts of words that were counted in the
/// seed corpus (`language_pieces`) less, its other single words a little; words of other languages (`foreign_words`),
/// accents of other languages and letters of other scripts speak against both.
struct LanguageRule {
    let reading: Reading<Language>

    /// How far the platform's word counts against the author's.
    private static let hintWeight = 0.4
    /// Below this there is no evidence at all.
    private static let leastScore = 0.3
    /// What a word written with an accent of another language counts.
    private static let foreignAccent = 0.6

    init(
        _ text: TokenizedText, candidates: [(lexicon: Lexicon, symbols: SymbolizedText)], hint: Language?,
        evidence: inout EvidenceList
    ) {
        if text.letters > 0, text.latinLetters * 2 < text.letters {
            if let first = text.tokens.first, let last = text.tokens.last {
                let whole = first.scalars.lowerBound..<last.scalars.upperBound
                evidence.add(whole, .language(.other), .rule(.script))
            }
            reading = Reading(.other, confidence: 0.95)
            return
        }
        var scores: [(language: Language, score: Double, candidate: Int)] = []
        var foreign = 0.0
        for (index, candidate) in candidates.enumerated() {
            var score = candidate.lexicon.language == hint ? Self.hintWeight : 0
            var strange = 0.0
            let nativeWeights = candidate.lexicon.nativeWeights
            let foreignWeights = candidate.lexicon.foreignWeights
            for token in text.tokens.indices where text.tokens[token].kind == .word {
                var best: Float = 0
                var worst: Float = 0
                var isSilent = false
                for symbol in candidate.symbols.symbols(at: token) {
                    best = max(best, nativeWeights[Int(symbol)])
                    worst = max(worst, foreignWeights[Int(symbol)])
                    isSilent = isSilent || nativeWeights[Int(symbol)] == Lexicon.silent
                }
                if !isSilent { score += Double(best) }
                let accent = text.tokens[token].hasForeignAccent ? Self.foreignAccent : 0
                strange += max(Double(worst), accent)
            }
            scores.append((candidate.lexicon.language, score, index))
            foreign = max(foreign, strange)
        }
        let ranked = scores.sorted { $0.score > $1.score }
        guard let best = ranked.first, best.score >= Self.leastScore else {
            reading = Reading(.other, confidence: foreign > 0 ? 0.8 : 0.3)
            return
        }
        let second = max(ranked.dropFirst().first?.score ?? 0, foreign)
        guard best.score >= foreign else {
            reading = Reading(.other, confidence: foreign / (foreign + best.score + 0.5))
            return
        }
        reading = Reading(best.language, confidence: best.score / (best.score + second + 0.3))
        let candidate = candidates[best.candidate]
        let nativeWeights = candidate.lexicon.nativeWeights
        for token in text.tokens.indices.prefix(200) where text.tokens[token].kind == .word {
            let isTelling = candidate.symbols.symbols(at: token).contains { nativeWeights[Int($0)] >= 1 }
            guard isTelling else { continue }
            evidence.add(text.tokens[token].scalars, .language(best.language), .lexicon(.languageWords))
        }
    }
}
