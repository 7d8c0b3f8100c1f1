package import Dialogue
package import ServiceHours

/// Which model reads posts of a language from an instant on: the last of a language holds.
package struct ModelChoice: Hashable, Sendable {
    /// From 1, in the order of choosing, over all languages.
    package let number: Int64
    package let language: Language
    /// The number of the model; nil for the shipped one.
    package let model: Int64?
    package let at: Instant

    package init(number: Int64, language: Language, model: Int64?, at: Instant) {
        self.number = number
        self.language = language
        self.model = model
        self.at = at
    }
}
