import Dialogue
import Drafting
import Storage

extension ReviewDesk {
    /// Whether a reply to this conversation waits for a decision, and why not: by the same conditions by which ``DraftStep`` drafts.
    package func standing(of opened: OpenedConversation) async throws(Problem) -> DraftStanding {
        let record = opened.record
        guard let wait = record.wait else { return record.isHistory && record.isOwed ? .history : .noAnswerDue }
        // The end of a pause lies ahead: nobody is asked before.
        guard wait.startedAt <= now else { return .noAnswerDue }
        do {
            var decided: DraftState?
            var outbox: String?
            for entry in try await store.drafts(of: [record.id])[record.id] ?? [] {
                let state = try await item(of: entry).state
                switch state {
                case .proposed, .edited: return .waits(id: entry.draft.id)
                case .approved, .rejected:
                    guard entry.draft.createdAt >= record.lastPostAt else { continue }
                    decided = state
                    outbox = entry.outbox
                case .stale, .expired: continue
                }
            }
            switch decided {
            case .approved?: return .approved(outbox: outbox)
            case .rejected(let person, let reason)?: return .rejected(by: person, reason: reason)
            default: break
            }
            guard desk.canPublish(for: record.account) else { return .accountCannotPublish }
            return try desk.reasonForNone(answering: wait, in: opened, at: now).map(DraftStanding.notDrafted) ?? .notYet
        } catch {
            throw Problem(any: error)
        }
    }
}
