/// One label of a post, with how sure triage is of it.
///
/// What speaks for it stands in ``Triage/evidence``.
package struct Reading<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What the post is read as.
    package let value: Value

    /// 0…1; well ordered (a surer label is more often right), not a measured frequency.
    package let confidence: Double

    /// Takes a confidence outside 0…1 to the nearer end.
    package init(_ value: Value, confidence: Double) {
        self.value = value
        self.confidence = confidence.asConfidence
    }
}

extension Double {
    /// The value limited to 0…1; what is not a number counts as 0.
    var asConfidence: Double {
        self > 0 ? min(self, 1) : 0
    }
}
