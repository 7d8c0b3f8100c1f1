import Dialogue

/// What ``MemoryStore`` keeps of drafts, decisions and the outbox: a value, as ``StoredWorld`` is.
struct StoredReplies: Sendable {
    private struct StoredDraft: Sendable {
        /// Oldest first; never empty.
        var versions: [Draft]
        var decision: DraftDecision?
    }

    private var drafts: [String: StoredDraft] = [:]
    private var rows: [String: OutboxEntry] = [:]

    // MARK: Asking

    var draftEntries: [DraftEntry] {
        var rowOfDraft: [String: String] = [:]
        for row in rows.values { rowOfDraft[row.approval.draft] = row.id }
        return drafts.values.compactMap { stored in
            stored.versions.last.map { DraftEntry(draft: $0, decision: stored.decision, outbox: rowOfDraft[$0.id]) }
        }
    }

    var outboxEntries: [OutboxEntry] { Array(rows.values) }

    func versions(ofDraft id: String) -> [Draft] { drafts[id]?.versions ?? [] }

    func published(_ keys: Set<PostKey>) -> Set<PostKey> {
        keys.intersection(rows.values.compactMap(\.boundPost))
    }

    // MARK: Writing

    mutating func save(_ draft: Draft) throws(StorageError) -> CommitOutcome {
        guard draft.version >= 1 else {
            throw StorageError(.internal, path: "memory", advice: "a draft came with a version below 1")
        }
        guard let stored = drafts[draft.id] else {
            guard draft.version == 1 else { return .superseded }
            drafts[draft.id] = StoredDraft(versions: [draft])
            return .committed
        }
        guard stored.decision == nil, stored.versions.last?.version == draft.version - 1 else { return .superseded }
        drafts[draft.id]?.versions.append(draft)
        return .committed
    }

    mutating func decide(_ decision: DraftDecision, sending row: OutboxRow?) throws(StorageError) -> CommitOutcome {
        guard row?.approval == decision.approval else {
            throw StorageError(
                .internal, path: "memory", advice: "an approval and its outbox row did not come together")
        }
        let (draft, version) = decision.subject
        guard let stored = drafts[draft], stored.decision == nil, stored.versions.last?.version == version else {
            return .superseded
        }
        if let row {
            let isTaken = rows.values.contains { other in
                other.id == row.id
                    || !other.progress.state.isTerminal && other.approval.account == row.approval.account
                        && other.approval.target.key == row.approval.target.key
                        && other.approval.bodyHash == row.approval.bodyHash
            }
            if isTaken { return .superseded }
            rows[row.id] = OutboxEntry(row)
        }
        drafts[draft]?.decision = decision
        return .committed
    }

    mutating func take(_ change: OutboxChange) -> CommitOutcome {
        guard let row = rows[change.row], row.progress.state == change.fromState,
            row.progress.attempts == change.fromAttempts
        else { return .superseded }
        var attempts = row.attempts
        if let closed = change.closed {
            guard let index = attempts.firstIndex(where: { $0.number == closed.number && $0.result == nil }) else {
                return .superseded
            }
            attempts[index] = attempts[index].ending(closed.result)
        }
        if let opened = change.opened {
            guard attempts.allSatisfy({ $0.number != opened.number && $0.result != nil }) else { return .superseded }
            attempts.append(opened)
            attempts.sort { $0.number < $1.number }
        }
        if let reply = change.to.reply {
            let isTaken = rows.values.contains {
                $0.id != row.id && $0.approval.account == row.approval.account
                    && $0.progress.reply?.remoteID == reply.remoteID
            }
            if isTaken { return .superseded }
        }
        rows[row.id] = OutboxEntry(
            id: row.id, approval: row.approval, body: row.body, request: row.request, seal: row.seal,
            progress: change.to, attempts: attempts)
        return .committed
    }
}

extension OutboxEntry {
    fileprivate var boundPost: PostKey? {
        progress.reply.map { PostKey(network: approval.target.key.network, remoteID: $0.remoteID) }
    }
}

extension Attempt {
    /// The same attempt, closed: what was on record when it was opened stays.
    fileprivate func ending(_ result: Attempt.Result?) -> Attempt {
        Attempt(outbox: outbox, number: number, openedAt: openedAt, boot: boot, epoch: epoch, result: result)
    }
}
