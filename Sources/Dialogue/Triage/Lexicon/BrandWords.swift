/// A brand's own words for the categories of one language's lexicon: what its products and its mishaps are called.
package struct BrandWords: Hashable, Sendable {
    /// One word or turn of phrase.
    package struct Entry: Hashable, Sendable {
        /// What it stands for.
        package let category: LexiconCategory
        /// How it is written.
        package let phrase: LexiconPhrase

        /// Puts a phrase into a category.
        package init(_ category: LexiconCategory, _ phrase: LexiconPhrase) {
            self.category = category
            self.phrase = phrase
        }
    }

    /// The language whose lexicon they join.
    package let language: Language
    /// In the order in which they were written.
    package let entries: [Entry]

    /// Takes entries for the lexicon of `language`.
    package init(_ language: Language, _ entries: [Entry]) {
        self.language = language
        self.entries = entries
    }
}
