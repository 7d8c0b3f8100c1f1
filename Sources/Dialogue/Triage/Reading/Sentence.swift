/// A sentence of a post.
struct Sentence: Sendable {
    /// Places in ``TokenizedText/tokens``; empty for a question mark that stands alone.
    var tokens: Range<Int>
    var isQuestion: Bool

    /// Where its question mark stands, in Unicode scalars.
    var questionMark: Int?
    var isExclaimed: Bool
    /// Nothing ends it but the end of the line.
    var isOpen: Bool
}
