package import ServiceHours

/// The fact that a named person turned a draft down, and why.
package struct RejectionRecord: Hashable, Sendable {
    package let draft: String
    package let version: Int
    package let reviewer: String
    package let rejectedAt: Instant
    package let reason: String

    package init(draft: String, version: Int, reviewer: String, rejectedAt: Instant, reason: String) {
        self.draft = draft
        self.version = version
        self.reviewer = reviewer
        self.rejectedAt = rejectedAt
        self.reason = reason
    }
}

/// What a store keeps of the decision about a draft; there is at most one for each.
package enum DraftDecision: Hashable, Sendable {
    case approved(ApprovalRecord)
    case rejected(RejectionRecord)
}
