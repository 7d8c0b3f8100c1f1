package import ServiceHours

/// A proposed reply to one post.
///
/// Once offered it is a fact: an edit makes its next version and the versions before are kept. Whether it can still be approved is derived
/// each time somebody asks, see ``Review/state(at:in:)``.
package struct Draft: Hashable, Sendable {
    package let id: String
    /// 1 for what was offered first; each edit or choice of another candidate adds one. Changes are compare-and-set on it.
    package let version: Int
    package let conversation: String
    package let account: String
    package let target: DraftTarget
    /// What the conversation said when this version was made.
    package let revision: ConversationRevision
    package let body: ReplyText
    package let origin: DraftOrigin
    /// Everything that was offered, the first choice first.
    package let candidates: [OfferedText]
    /// What the checks say about `body`.
    package let findings: [CheckFinding]
    /// When this version was made.
    package let createdAt: Instant
    /// The last instant at which these words are true (they name a time of day, say); nil when they stay true.
    package let expiresAt: Instant?

    package init(
        id: String, version: Int = 1, conversation: String, account: String, target: DraftTarget,
        revision: ConversationRevision, body: ReplyText, origin: DraftOrigin, candidates: [OfferedText] = [],
        findings: [CheckFinding] = [], createdAt: Instant, expiresAt: Instant? = nil
    ) {
        self.id = id
        self.version = version
        self.conversation = conversation
        self.account = account
        self.target = target
        self.revision = revision
        self.body = body
        self.origin = origin
        self.candidates = candidates
        self.findings = findings
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }

    /// The first version of a draft: a reply to `target`, a post of `conversation`.
    ///
    /// Nil when the post does not stand in the conversation, or was deleted: there is nothing to reply to.
    package init?(
        id: String, answering target: String, in conversation: Conversation, body: ReplyText, origin: DraftOrigin,
        candidates: [OfferedText] = [], findings: [CheckFinding] = [], createdAt: Instant, expiresAt: Instant? = nil
    ) {
        guard let seen = DraftSurroundings(of: target, in: conversation) else { return nil }
        self.init(
            id: id, conversation: conversation.id, account: conversation.account.name, target: seen.target,
            revision: seen.revision, body: body, origin: origin, candidates: candidates, findings: findings,
            createdAt: createdAt, expiresAt: expiresAt)
    }

    /// The hash that a person who approves names: of the body alone.
    package var hash: String { body.hash }

    /// The next version, with other words that `editor` wrote for what the conversation says now.
    ///
    /// Nil when the target is gone.
    package func edited(
        _ body: ReplyText, by editor: String, findings: [CheckFinding], at instant: Instant, expiresAt: Instant?,
        in conversation: Conversation
    ) -> Draft? {
        next(
            body: body, origin: .byHand(by: editor), findings: findings, at: instant, expiresAt: expiresAt,
            in: conversation)
    }

    /// The next version, with the words of another candidate. Nil when there is no such candidate, or the target is gone.
    package func choosing(candidate index: Int, at instant: Instant, in conversation: Conversation) -> Draft? {
        guard candidates.indices.contains(index) else { return nil }
        let candidate = candidates[index]
        return next(
            body: candidate.text, origin: candidate.origin, findings: candidate.findings, at: instant,
            expiresAt: candidate.expiresAt, in: conversation)
    }

    private func next(
        body: ReplyText, origin: DraftOrigin, findings: [CheckFinding], at instant: Instant, expiresAt: Instant?,
        in conversation: Conversation
    ) -> Draft? {
        guard conversation.id == self.conversation,
            let seen = DraftSurroundings(of: target.key.remoteID, in: conversation)
        else { return nil }
        return Draft(
            id: id, version: version + 1, conversation: self.conversation, account: account, target: seen.target,
            revision: seen.revision, body: body, origin: origin, candidates: candidates, findings: findings,
            createdAt: instant, expiresAt: expiresAt)
    }
}
