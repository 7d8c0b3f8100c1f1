/// A post with the labels a person gave it; those nobody gave are absent.
package struct LabelledPost: Hashable, Sendable {
    /// Names it in reports; which posts are kept aside hangs on it.
    package let id: String
    package let text: String
    package let language: Language
    /// Each one of the words of ``LearnedLabel/words``.
    package let labels: [LearnedLabel: String]

    package init(id: String, text: String, language: Language, labels: [LearnedLabel: String]) {
        self.id = id
        self.text = text
        self.language = language
        self.labels = labels
    }
}
