package import ServiceHours

/// Where a draft stands, with the reason.
package enum DraftState: Hashable, Sendable {
    case proposed
    case edited(by: String)
    case approved(by: String, at: Instant)
    case rejected(by: String, reason: String)
    case stale(Staleness)
    case expired(at: Instant)

    /// The word of every output.
    package var word: String {
        switch self {
        case .proposed: "proposed"
        case .edited: "edited"
        case .approved: "approved"
        case .rejected: "rejected"
        case .stale: "stale"
        case .expired: "expired"
        }
    }
}

extension Review {
    /// Where the draft stands at `now`; a decision, once taken, stays.
    /// - Parameter conversation: as it stands now; nil when it does not exist any more.
    package func state(at now: Instant, in conversation: Conversation?) -> DraftState {
        switch self {
        case .approved(let reply): return .approved(by: reply.reviewer, at: reply.approvedAt)
        case .rejected(_, let record): return .rejected(by: record.reviewer, reason: record.reason)
        case .waiting(let draft):
            if let staleness = draft.staleness(in: conversation) { return .stale(staleness) }
            if let expiresAt = draft.expiresAt, now > expiresAt { return .expired(at: expiresAt) }
            if case .byHand(let editor) = draft.origin { return .edited(by: editor) }
            return .proposed
        }
    }
}
