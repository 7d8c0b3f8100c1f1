/// A report on its way into a thread: what the source said, and what triage read in it.
package struct Arrival: Hashable, Sendable {
    package let report: PostReport
    /// What triage read in the wording; nil for a deletion.
    package let triage: TriageSummary?
    /// The hash of the wording; nil for a deletion.
    package let hash: ContentHash?

    /// A post in a wording that triage has read.
    package init(_ post: Post, triage: TriageSummary, hash: ContentHash) {
        self.report = .said(post)
        self.triage = triage
        self.hash = hash
    }

    /// A deletion; nil when `report` is none.
    package init?(deletion report: PostReport) {
        guard case .deleted = report else { return nil }
        self.report = report
        self.triage = nil
        self.hash = nil
    }
}
