package import Dialogue
package import ServiceHours

/// A draft in its newest version, with what was decided about it.
///
/// Both come back as they are stored, whoever changed them there: whether the decision fits the draft is for ``Review`` to say.
package struct DraftEntry: Hashable, Sendable {
    package let draft: Draft
    /// Nil while nobody has decided.
    package let decision: DraftDecision?
    /// The id of the outbox row that its approval made.
    package let outbox: String?

    package init(draft: Draft, decision: DraftDecision?, outbox: String? = nil) {
        self.draft = draft
        self.decision = decision
        self.outbox = outbox
    }

    /// Where a page that ends with this one ends.
    package var position: DraftPosition { DraftPosition(createdAt: draft.createdAt, id: draft.id) }
}

/// Where a page of drafts ended.
package struct DraftPosition: Hashable, Sendable {
    /// Of the newest version.
    package let createdAt: Instant
    package let id: String

    package init(createdAt: Instant, id: String) {
        self.createdAt = createdAt
        self.id = id
    }
}
