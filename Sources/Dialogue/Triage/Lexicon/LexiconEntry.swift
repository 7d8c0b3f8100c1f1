/// One entry of a lexicon as its line says it.
struct LexiconEntry: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        /// A folded word.
        case word([UInt8])
        /// Every word that begins with this.
        case prefix([UInt8])
        /// Every word that ends with this.
        case suffix([UInt8])
        /// Any of these, each a word, beginning or ending.
        case choice([Part])
        /// Any number, in digits or in words.
        case number
        /// Up to ``LexiconEntry/longestGap`` words within the clause.
        case gap
    }

    static let longestGap = 6
    static let mostParts = 8
    static let weights = 0.0...10.0

    let category: LexiconCategory

    /// The name behind the category, of those that have one: `theatre` in `[frame:theatre]`.
    var name: String?
    let parts: [Part]

    /// Whether it counts at the beginning of a sentence only.
    let opensSentence: Bool
    let weight: Double

    /// Tells entries of one category apart: the place of a brand's topic.
    var mark: Int32 = 0

    /// The only part of an entry that is one word, beginning or ending, and counts anywhere; otherwise nil.
    var loneWord: Part? {
        guard parts.count == 1, !opensSentence, let part = parts.first, part != .number else { return nil }
        return part
    }
}
