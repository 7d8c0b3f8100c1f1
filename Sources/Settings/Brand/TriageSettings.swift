package import Dialogue

/// What a brand adds to the reading of posts.
package struct TriageSettings: Hashable, Sendable {
    /// The topics that posts are counted by, in the order of the file: of several that fit equally well the first counts.
    package let topics: [Topic]
    /// The brand's own words for the categories of the lexicons, at most one list for each language.
    package let words: [BrandWords]

    /// Nothing, by default.
    package init(topics: [Topic] = [], words: [BrandWords] = []) {
        self.topics = topics
        self.words = words
    }
}
