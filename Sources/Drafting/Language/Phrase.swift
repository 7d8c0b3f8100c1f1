/// A turn of phrase that checks look for.
struct Phrase: Hashable, Sendable {
    /// One word of it.
    enum Part: Hashable, Sendable {
        case word(String, isCapital: Bool)
        case prefix(String, isCapital: Bool)
        case suffix(String)
        /// Up to four words.
        case gap
    }

    let parts: [Part]
    /// Only where a sentence begins.
    let opensSentence: Bool

    static let mostParts = 8
    static let widestGap = 4

    /// The end (in words) of the phrase if it begins at this word.
    func end(in words: ArraySlice<DraftText.Word>) -> Int? {
        guard let first = words.first, !opensSentence || first.opensSentence else { return nil }
        return Self.end(of: parts[...], in: words, sentence: first.sentence, mayStandFirst: opensSentence)
    }

    private static func end(
        of parts: ArraySlice<Part>, in words: ArraySlice<DraftText.Word>, sentence: Int, mayStandFirst: Bool
    ) -> Int? {
        guard let part = parts.first else { return words.startIndex }
        if part == .gap {
            for skipped in 0...widestGap {
                guard skipped <= words.count else { return nil }
                let rest = words.dropFirst(skipped)
                if let end = end(of: parts.dropFirst(), in: rest, sentence: sentence, mayStandFirst: mayStandFirst) {
                    return end
                }
            }
            return nil
        }
        guard let word = words.first, word.sentence == sentence, part.matches(word, mayStandFirst: mayStandFirst)
        else { return nil }
        return end(of: parts.dropFirst(), in: words.dropFirst(), sentence: sentence, mayStandFirst: mayStandFirst)
    }
}

extension Phrase.Part {
    /// A capital is asked for only where it says something: not at the beginning of a sentence.
    fileprivate func matches(_ word: DraftText.Word, mayStandFirst: Bool) -> Bool {
        switch self {
        case .word(let text, let isCapital):
            word.folded == text && (!isCapital || word.isCapital && (mayStandFirst || !word.opensSentence))
        case .prefix(let text, let isCapital):
            word.folded.hasPrefix(text) && (!isCapital || word.isCapital && (mayStandFirst || !word.opensSentence))
        case .suffix(let text): word.folded.hasSuffix(text)
        case .gap: true
        }
    }
}
