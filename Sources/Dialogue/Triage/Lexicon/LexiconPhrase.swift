/// One entry as a person writes it outside a lexicon's files, such as `cancel*` or `waiting .. hours = 2`, checked by their rules.
package struct LexiconPhrase: Hashable, Sendable {
    /// As it was written.
    package let text: String

    let parts: [LexiconEntry.Part]
    let opensSentence: Bool
    let weight: Double

    /// The name under which mistakes name the text; their columns count from its first character.
    private static let source = "entry"

    /// - Throws: ``LexiconError`` with every mistake in it, in line 1.
    package init(_ text: String) throws(LexiconError) {
        var parser = LexiconParser(file: Self.source)
        parser.readPhrase(Array(text.utf8))
        guard parser.mistakes.isEmpty, let entry = parser.entries.first else {
            throw LexiconError(mistakes: parser.mistakes)
        }
        self.text = text
        parts = entry.parts
        opensSentence = entry.opensSentence
        weight = entry.weight
    }

    func entry(in category: LexiconCategory, mark: Int32 = 0) -> LexiconEntry {
        LexiconEntry(category: category, parts: parts, opensSentence: opensSentence, weight: weight, mark: mark)
    }
}
