package import Dialogue
import Drafting
package import ServiceHours
package import Storage

/// Proposes a reply wherever somebody waits and nothing that still fits has been proposed.
package struct DraftStep: Sendable {
    /// Waits looked at in one run, the most urgent first; the next run goes on.
    private static let mostWaits = 500

    private let store: any Store
    private let desk: DraftingDesk
    private let reader: ConversationReader
    private let now: Instant
    /// Makes the id of a draft.
    private let makeID: @Sendable () -> String

    package init(
        store: any Store, desk: DraftingDesk, accounts: AccountBook, policies: ResponsePolicies, now: Instant,
        makeID: @escaping @Sendable () -> String
    ) {
        self.store = store
        self.desk = desk
        reader = ConversationReader(accounts: accounts, policies: policies)
        self.now = now
        self.makeID = makeID
    }

    /// Drafts for the waits of the accounts that can publish.
    /// - Returns: how many drafts were proposed.
    package func run() async throws(Problem) -> Int {
        do {
            let waiting = try await store.queue(dueUntil: nil, limit: Self.mostWaits)
                .filter { desk.canPublish(for: $0.account) && ($0.wait.map { now >= $0.startedAt } ?? false) }
            let known = try await store.drafts(of: Set(waiting.map(\.id)))
            var proposed = 0
            for record in waiting where !isCovered(record, by: known[record.id] ?? []) {
                if try await propose(for: record, known: known[record.id] ?? []) { proposed += 1 }
            }
            return proposed
        } catch let error as StorageError {
            throw Problem(error)
        } catch {
            throw error as? Problem ?? Problem(.internal, at: "drafts", "\(error)", next: "report this as a defect")
        }
    }

    /// Whether nothing was said since the last draft: then it fits, or a person has decided about it.
    private func isCovered(_ record: ConversationRecord, by entries: [DraftEntry]) -> Bool {
        entries.contains { $0.draft.createdAt >= record.lastPostAt && !isOutdated($0.draft) }
    }

    private func isOutdated(_ draft: Draft) -> Bool {
        draft.expiresAt.map { now > $0 } ?? false
    }

    private func propose(for record: ConversationRecord, known: [DraftEntry]) async throws -> Bool {
        guard let wait = record.wait, let threads = try await store.linkedThreads(record.thread),
            let conversation = reader.conversations(in: threads).first(where: { $0.id == record.id })
        else { return false }
        // Late news can be older than the draft: it is still the draft for what stands there.
        let fits = known.contains { entry in
            entry.decision == nil && entry.draft.staleness(in: conversation) == nil && !isOutdated(entry.draft)
        }
        if fits { return false }
        let keys = Set(conversation.members.map { PostKey(network: record.thread.network, remoteID: $0.post.remoteID) })
        let opened = OpenedConversation(
            conversation: conversation, record: record, wordings: try await store.wordings(of: keys))
        guard let draft = try desk.draft(id: makeID(), answering: wait, in: opened, at: now) else { return false }
        return try await store.save(draft) == .committed
    }
}
