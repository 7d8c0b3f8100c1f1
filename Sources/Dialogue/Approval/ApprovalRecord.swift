package import ServiceHours

/// The fact that a named person let these words through, for this post, in this conversation as it then was.
///
/// The seal is what makes reading it back no second door: it covers every field, only an approval makes one, and a record whose fields do
/// not fit its seal gives no reply. It does not stop somebody who can write the store's file and reckon a SHA-256 as well; the audit trail
/// shows that.
package struct ApprovalRecord: Hashable, Sendable {
    package let draft: String
    package let version: Int
    package let conversation: String
    package let account: String
    package let target: DraftTarget
    package let revision: ConversationRevision
    /// SHA-256 of the words, 64 hex digits.
    package let bodyHash: String
    package let reviewer: String
    package let approvedAt: Instant
    /// The last instant at which the words are true; nil when they stay true.
    package let wordsExpireAt: Instant?
    /// 64 hex digits over all of the above.
    package let seal: String

    /// Takes a record as a store holds it; whether it is sound shows when a reply is asked of it.
    package init(
        draft: String, version: Int, conversation: String, account: String, target: DraftTarget,
        revision: ConversationRevision, bodyHash: String, reviewer: String, approvedAt: Instant,
        wordsExpireAt: Instant?, seal: String
    ) {
        self.draft = draft
        self.version = version
        self.conversation = conversation
        self.account = account
        self.target = target
        self.revision = revision
        self.bodyHash = bodyHash
        self.reviewer = reviewer
        self.approvedAt = approvedAt
        self.wordsExpireAt = wordsExpireAt
        self.seal = seal
    }

    init(of reply: ApprovedReply) {
        let draft = reply.draft
        let unsealed = ApprovalRecord(
            draft: draft.id, version: draft.version, conversation: draft.conversation, account: draft.account,
            target: draft.target, revision: draft.revision, bodyHash: draft.body.hash, reviewer: reply.reviewer,
            approvedAt: reply.approvedAt, wordsExpireAt: draft.expiresAt, seal: "")
        self.init(
            draft: draft.id, version: draft.version, conversation: draft.conversation, account: draft.account,
            target: draft.target, revision: draft.revision, bodyHash: draft.body.hash, reviewer: reply.reviewer,
            approvedAt: reply.approvedAt, wordsExpireAt: draft.expiresAt, seal: unsealed.reckonedSeal)
    }

    /// The reply that was approved.
    /// - Throws: `tampered` unless the record is as an approval made it and `draft` is what it approved.
    package func reply(with draft: Draft) throws(ReviewError) -> ApprovedReply {
        let reply = ApprovedReply(draft: draft, reviewer: reviewer, approvedAt: approvedAt)
        guard isSealed, ApprovalRecord(of: reply) == self else { throw .tampered("the approval") }
        return reply
    }

    /// Whether every field is as the approval left it.
    var isSealed: Bool { seal == reckonedSeal }

    private var reckonedSeal: String {
        var digest = PartsDigest("approval/1")
        for text in [draft, conversation, account, target.key.network.name, target.key.remoteID] { digest.add(text) }
        digest.add(Int64(version))
        digest.add(Int64(bitPattern: target.hash.high))
        digest.add(Int64(bitPattern: target.hash.low))
        for text in [target.visibility.rawValue, revision.hex, bodyHash, reviewer] { digest.add(text) }
        digest.add(approvedAt.seconds)
        digest.add(optional: wordsExpireAt.map { String($0.seconds) })
        return digest.hex
    }
}
