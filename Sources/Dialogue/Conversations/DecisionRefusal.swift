/// Why a person's decision about a conversation was not taken.
package struct DecisionRefusal: Error, Hashable, Sendable {
    /// A fixed word.
    package let code: String
    package let what: String
    /// What to do instead.
    package let advice: String

    init(_ code: String, _ what: String, _ advice: String) {
        self.code = code
        self.what = what
        self.advice = advice
    }
}
