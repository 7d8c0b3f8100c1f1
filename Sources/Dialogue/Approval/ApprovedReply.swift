package import ServiceHours

/// A reply that a named person has read and let through.
///
/// Its initializer is internal, and only ``Review/approve(by:at:expecting:in:)`` and the rebuilding of what that made call it: nothing
/// unapproved can reach a connector.
package struct ApprovedReply: Hashable, Sendable {
    package let draft: Draft
    package let reviewer: String
    package let approvedAt: Instant

    /// The fact that a store keeps.
    package var record: ApprovalRecord { ApprovalRecord(of: self) }
}
