/// A post whose topic a person has named.
package struct TopicLesson: Hashable, Sendable {
    /// The text of the post.
    package let text: String
    /// The language it is in, whose word lists help to learn from it.
    package let language: Language
    /// The name of one of the brand's topics; nil where a person said that none fits.
    package let topic: String?
    /// How much it counts, 1 as a rule.
    package let weight: Float

    /// Names the topic of a post.
    package init(text: String, language: Language, topic: String?, weight: Float = 1) {
        self.text = text
        self.language = language
        self.topic = topic
        self.weight = weight
    }
}
