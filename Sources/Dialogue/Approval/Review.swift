package import ServiceHours

/// The human decision about a draft, or that it is still to come.
package enum Review: Hashable, Sendable {
    case waiting(Draft)
    case approved(ApprovedReply)
    case rejected(Draft, RejectionRecord)

    /// Rebuilds the decision from the facts a store keeps.
    /// - Throws: `tampered` when the approval does not fit the draft, or is not as an approval made it.
    package init(of draft: Draft, decision: DraftDecision?) throws(ReviewError) {
        switch decision {
        case nil: self = .waiting(draft)
        case .approved(let record): self = .approved(try record.reply(with: draft))
        case .rejected(let record):
            guard record.draft == draft.id else { throw .tampered("the rejection") }
            self = .rejected(draft, record)
        }
    }

    /// The draft that was decided on, or is to be.
    package var draft: Draft {
        switch self {
        case .waiting(let draft), .rejected(let draft, _): draft
        case .approved(let reply): reply.draft
        }
    }

    /// Lets a waiting draft through in `reviewer`'s name.
    ///
    /// - Parameters:
    ///   - hash: what the reviewer saw, so that nobody approves words they have not read.
    ///   - conversation: as it stands now; nil when it does not exist any more.
    /// - Throws: whatever speaks against it, the first of: decided already, no name, other words, stale, expired, unusable words, a check
    ///   that blocks.
    package func approve(
        by reviewer: String, at instant: Instant, expecting hash: String, in conversation: Conversation?
    ) throws(ReviewError) -> Review {
        guard case .waiting(let draft) = self else { throw .alreadyDecided }
        let reviewer = try PersonName.checked(reviewer)
        guard hash == draft.hash else { throw .otherWords(current: draft.hash) }
        if let staleness = draft.staleness(in: conversation) { throw .stale(staleness, current: draft.hash) }
        if let expiresAt = draft.expiresAt, instant > expiresAt { throw .expired(at: expiresAt) }
        if let fault = draft.body.fault { throw .unusableText(fault) }
        let blocking = draft.findings.filter { $0.level == .block }
        guard blocking.isEmpty else { throw .blocked(blocking) }
        return .approved(ApprovedReply(draft: draft, reviewer: reviewer, approvedAt: instant))
    }

    /// Turns a waiting draft down in `reviewer`'s name.
    /// - Parameter reason: what is wrong with it, for those who write templates; not empty.
    package func reject(by reviewer: String, at instant: Instant, reason: String) throws(ReviewError) -> Review {
        guard case .waiting(let draft) = self else { throw .alreadyDecided }
        let reviewer = try PersonName.checked(reviewer)
        guard reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .noReason }
        return .rejected(
            draft,
            RejectionRecord(
                draft: draft.id, version: draft.version, reviewer: reviewer, rejectedAt: instant, reason: reason))
    }

    /// What a store keeps of the decision; nil while there is none.
    package var decision: DraftDecision? {
        switch self {
        case .waiting: nil
        case .approved(let reply): .approved(reply.record)
        case .rejected(_, let record): .rejected(record)
        }
    }
}
