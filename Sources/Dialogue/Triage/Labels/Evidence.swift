/// A place in the text that speaks for a label, and why.
package struct Evidence: Hashable, Sendable {
    /// Half-open, in Unicode scalars of the text.
    package let range: Range<Int>
    /// What it speaks for.
    package let label: LabelValue
    /// Why it does.
    package let reason: EvidenceReason

    /// Names a place in a text and what it says.
    package init(range: Range<Int>, label: LabelValue, reason: EvidenceReason) {
        self.range = range
        self.label = label
        self.reason = reason
    }
}
