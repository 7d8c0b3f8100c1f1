/// A sentence long enough to be recognised when it comes again: its words, whatever their capitals and punctuation.
struct SentenceKey: Hashable, Sendable {
    private let words: [String]

    /// A sentence of up to so many words may be said twice (R12).
    static let wordsAllowedTwice = 6

    private init?(_ words: ArraySlice<DraftText.Word>) {
        guard words.count > Self.wordsAllowedTwice else { return nil }
        self.words = words.map(\.folded)
    }

    /// The long sentences of a text without links, with their ranges in Unicode scalars.
    static func all(in text: DraftText) -> [(key: SentenceKey, range: Range<Int>)] {
        text.sentences.compactMap { sentence in
            guard !text.links.anyOverlaps(sentence.range) else { return nil }
            return SentenceKey(text.words[sentence.words]).map { ($0, sentence.range) }
        }
    }
}
