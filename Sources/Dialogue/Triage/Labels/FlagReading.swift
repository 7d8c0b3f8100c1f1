/// A flag that a post carries, and how sure triage is of it.
package struct FlagReading: Hashable, Sendable {
    /// Which flag.
    package let flag: TriageFlag

    /// 0…1.
    package let confidence: Double

    /// Takes a confidence outside 0…1 to the nearer end.
    package init(_ flag: TriageFlag, confidence: Double) {
        self.flag = flag
        self.confidence = confidence.asConfidence
    }
}
