/// A matter that a brand counts its posts by: for reports, never for what happens to a post.
package struct Topic: Hashable, Sendable {
    /// As the brand calls it.
    package let name: String
    /// Words and turns of phrase that speak for it, in any language.
    package let keywords: [LexiconPhrase]

    /// Names a topic and what speaks for it.
    package init(_ name: String, keywords: [LexiconPhrase]) {
        self.name = name
        self.keywords = keywords
    }
}
