package import Dialogue

/// What a check has to say about a text.
package struct Finding: Hashable, Sendable {
    /// The rule.
    package let rule: DraftRule
    /// What it does to an approval.
    package let level: CheckLevel
    /// What is wrong and what to do, in one sentence.
    package let message: String

    /// Where, half-open, in Unicode scalars of the text; empty when it is about the text as a whole.
    package let ranges: [Range<Int>]
}
