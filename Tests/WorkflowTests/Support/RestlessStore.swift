import Dialogue
import ServiceHours
import Storage
import Synchronization

/// A store in memory whose commits meet trouble: somebody else is faster, or the disk is full.
final class RestlessStore: Store {
    /// What a commit meets.
    enum Trouble: Sendable {
        /// The first so many are superseded.
        case superseded(Int)
        /// All after the first so many find the disk full.
        case fullAfter(Int)
    }

    private let memory = MemoryStore()
    private let trouble: Trouble
    private let commits = Atomic<Int>(0)

    init(_ trouble: Trouble) {
        self.trouble = trouble
    }

    /// How often a commit was tried.
    var tries: Int { commits.load(ordering: .relaxed) }

    func commit(_ page: PageCommit) async throws(StorageError) -> CommitOutcome {
        let number = commits.add(1, ordering: .relaxed).newValue
        switch trouble {
        case .superseded(let count) where number <= count: return .superseded
        case .fullAfter(let count) where number > count:
            throw StorageError(.full, path: "memory", advice: "make room")
        default: return try await memory.commit(page)
        }
    }

    func threads(touchedBy keys: Set<PostKey>) async throws(StorageError) -> [ThreadFacts] {
        try await memory.threads(touchedBy: keys)
    }
    func sourceStates() async throws(StorageError) -> [String: SourceState] { try await memory.sourceStates() }
    func add(sources: [String], at instant: Instant) async throws(StorageError) {
        try await memory.add(sources: sources, at: instant)
    }
    func record(health: [String: SourceHealth]) async throws(StorageError) { try await memory.record(health: health) }
    func importedAccounts() async throws(StorageError) -> [Account] { try await memory.importedAccounts() }
    func policies() async throws(StorageError) -> [PolicyVersion] { try await memory.policies() }
    func adopt(_ policy: PolicyVersion) async throws(StorageError) -> CommitOutcome { try await memory.adopt(policy) }
    func conversations(
        matching filter: ConversationFilter, before position: ConversationPosition?, limit: Int
    ) async throws(StorageError) -> [ConversationRecord] {
        try await memory.conversations(matching: filter, before: position, limit: limit)
    }
    func conversations(idPrefix prefix: String) async throws(StorageError) -> [ConversationRecord] {
        try await memory.conversations(idPrefix: prefix)
    }
    func conversations(holding remoteID: String) async throws(StorageError) -> [ConversationRecord] {
        try await memory.conversations(holding: remoteID)
    }
    func queue(dueUntil until: Instant?, limit: Int) async throws(StorageError) -> [ConversationRecord] {
        try await memory.queue(dueUntil: until, limit: limit)
    }
    func thread(_ key: ThreadKey) async throws(StorageError) -> ThreadFacts? { try await memory.thread(key) }
    func wordings(of keys: Set<PostKey>) async throws(StorageError) -> [PostKey: [Wording]] {
        try await memory.wordings(of: keys)
    }
    func quarantine(after position: Int64, limit: Int) async throws(StorageError) -> [QuarantinedRecord] {
        try await memory.quarantine(after: position, limit: limit)
    }
    func quarantined(_ id: Int64) async throws(StorageError) -> QuarantinedRecord? { try await memory.quarantined(id) }
    func discard(quarantined ids: Set<Int64>) async throws(StorageError) -> Int {
        try await memory.discard(quarantined: ids)
    }
    func record(_ run: RunRecord) async throws(StorageError) { try await memory.record(run) }
    func runs(limit: Int) async throws(StorageError) -> [RunRecord] { try await memory.runs(limit: limit) }
    func totals() async throws(StorageError) -> StoreTotals { try await memory.totals() }
}
