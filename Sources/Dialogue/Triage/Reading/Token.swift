/// A word of a post, or what stands in a word's place.
struct Token: Sendable {
    enum Kind: Sendable {
        case word
        /// Digits, with the separators of times, dates and amounts.
        case number
        /// One emoji or emoticon.
        case emoji
        /// `@name`, which is nobody's word.
        case mention
        case link
    }

    var kind: Kind

    /// Where its folded bytes lie in ``TokenizedText/folded``.
    var folded: Range<Int>

    /// The same without letters drawn out ("so" for "sooo"); empty for a word without any.
    var shortened: Range<Int>

    /// Its place in the text, in Unicode scalars.
    var scalars: Range<Int>
    var sentence: Int
    /// Counts on through the text; a comma begins a new one.
    var clause: Int
    var isCapital = false
    /// At least three letters, all of them capitals.
    var isShouted = false
    /// Every letter is a capital, were it only one.
    var isAllCapitals = false
    /// Has a letter with an accent that neither German nor English writes in words of its own.
    var hasForeignAccent = false
    var isHashtag = false
    /// Inside quotation marks that were closed again.
    var isQuoted = false
    /// The first word of its sentence.
    var isFirst = false
    /// The first word of its sentence, a short address ("hello everybody,") left aside.
    var opensSentence = false
}
