package import Dialogue

extension MemoryStore {
    // MARK: Drafts

    package func save(_ draft: Draft) async throws(StorageError) -> CommitOutcome {
        try replies.save(draft)
    }

    package func drafts(idPrefix prefix: String) async throws(StorageError) -> [DraftEntry] {
        let found = replies.draftEntries.filter { $0.draft.id.utf8.starts(with: prefix.utf8) }
        return Array(found.sorted { $0.draft.id < $1.draft.id }.prefix(2))
    }

    package func drafts(of conversations: Set<String>) async throws(StorageError) -> [String: [DraftEntry]] {
        let found = replies.draftEntries.filter { conversations.contains($0.draft.conversation) }
        return Dictionary(grouping: found.sorted { $0.position.stands(before: $1.position) }, by: \.draft.conversation)
    }

    package func undecidedDrafts(after id: String?, limit: Int) async throws(StorageError) -> [Draft] {
        let found = replies.draftEntries.filter { entry in
            entry.decision == nil && (id.map { entry.draft.id > $0 } ?? true)
        }
        return Array(found.map(\.draft).sorted { $0.id < $1.id }.prefix(max(0, limit)))
    }

    package func drafts(before position: DraftPosition?, limit: Int) async throws(StorageError) -> [DraftEntry] {
        let found = replies.draftEntries.filter { entry in
            position.map { entry.position.stands(before: $0) } ?? true
        }
        return Array(found.sorted { $1.position.stands(before: $0.position) }.prefix(max(0, limit)))
    }

    package func versions(ofDraft id: String) async throws(StorageError) -> [Draft] {
        replies.versions(ofDraft: id)
    }

    package func decide(
        _ decision: DraftDecision, sending row: OutboxRow?
    ) async throws(StorageError) -> CommitOutcome {
        try replies.decide(decision, sending: row)
    }

    // MARK: Outbox

    package func outbox(idPrefix prefix: String) async throws(StorageError) -> [OutboxEntry] {
        let found = replies.outboxEntries.filter { $0.id.utf8.starts(with: prefix.utf8) }
        return Array(found.sorted { $0.id < $1.id }.prefix(2))
    }

    package func outbox(before position: OutboxPosition?, limit: Int) async throws(StorageError) -> [OutboxEntry] {
        let found = replies.outboxEntries.filter { entry in
            position.map { entry.position.stands(before: $0) } ?? true
        }
        return Array(found.sorted { $1.position.stands(before: $0.position) }.prefix(max(0, limit)))
    }

    package func unfinishedOutbox(limit: Int) async throws(StorageError) -> [OutboxEntry] {
        let found = replies.outboxEntries.filter { !$0.progress.state.isTerminal }
        let ordered = found.sorted { ($0.progress.nextAt, $0.id) < ($1.progress.nextAt, $1.id) }
        return Array(ordered.prefix(max(0, limit)))
    }

    package func commit(_ step: OutboxCommit) async throws(StorageError) -> CommitOutcome {
        var (changedReplies, changedWorld) = (replies, world)
        guard changedReplies.take(step.change) == .committed else { return .superseded }
        for thread in step.threads {
            guard try changedWorld.write(thread) == .committed else { return .superseded }
        }
        replies = changedReplies
        world = changedWorld
        return .committed
    }

    package func published(remoteIDs keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey> {
        replies.published(keys)
    }
}

extension DraftPosition {
    fileprivate func stands(before other: DraftPosition) -> Bool {
        (createdAt, id) < (other.createdAt, other.id)
    }
}

extension OutboxPosition {
    fileprivate func stands(before other: OutboxPosition) -> Bool {
        (approvedAt, id) < (other.approvedAt, other.id)
    }
}
