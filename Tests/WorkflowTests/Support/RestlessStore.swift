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

    private let memory: MemoryStore
    private let trouble: Trouble
    private let commits = Atomic<Int>(0)

    /// - Parameter memory: what holds the posts that are there already.
    init(_ trouble: Trouble, over memory: MemoryStore = MemoryStore()) {
        self.trouble = trouble
        self.memory = memory
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
    func resolutions(dueUntil until: Instant?, at now: Instant, limit: Int) async throws(StorageError)
        -> [ConversationRecord]
    {
        try await memory.resolutions(dueUntil: until, at: now, limit: limit)
    }

    func queue(dueUntil until: Instant?, limit: Int) async throws(StorageError) -> [ConversationRecord] {
        try await memory.queue(dueUntil: until, limit: limit)
    }
    func thread(_ key: ThreadKey) async throws(StorageError) -> ThreadFacts? { try await memory.thread(key) }
    func wordings(of keys: Set<PostKey>) async throws(StorageError) -> [PostKey: [Wording]] {
        try await memory.wordings(of: keys)
    }
    func corrections() async throws(StorageError) -> [CorrectedWording] { try await memory.corrections() }
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

    // Replies and notices meet no trouble here.
    func known(among keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey> {
        try await memory.known(among: keys)
    }
    func memory(of account: String) async throws(StorageError) -> String? { try await memory.memory(of: account) }
    func remember(_ text: String, of account: String, replacing seen: String?) async throws(StorageError)
        -> CommitOutcome
    { try await memory.remember(text, of: account, replacing: seen) }
    func databaseID() async throws(StorageError) -> String { try await memory.databaseID() }
    func save(_ draft: Draft) async throws(StorageError) -> CommitOutcome { try await memory.save(draft) }
    func drafts(idPrefix prefix: String) async throws(StorageError) -> [DraftEntry] {
        try await memory.drafts(idPrefix: prefix)
    }
    func drafts(of conversations: Set<String>) async throws(StorageError) -> [String: [DraftEntry]] {
        try await memory.drafts(of: conversations)
    }
    func undecidedDrafts(after id: String?, limit: Int) async throws(StorageError) -> [Draft] {
        try await memory.undecidedDrafts(after: id, limit: limit)
    }
    func drafts(before position: DraftPosition?, limit: Int) async throws(StorageError) -> [DraftEntry] {
        try await memory.drafts(before: position, limit: limit)
    }
    func versions(ofDraft id: String) async throws(StorageError) -> [Draft] { try await memory.versions(ofDraft: id) }
    func decide(_ decision: DraftDecision, sending row: OutboxRow?) async throws(StorageError) -> CommitOutcome {
        try await memory.decide(decision, sending: row)
    }
    func outbox(idPrefix prefix: String) async throws(StorageError) -> [OutboxEntry] {
        try await memory.outbox(idPrefix: prefix)
    }
    func outbox(before position: OutboxPosition?, limit: Int) async throws(StorageError) -> [OutboxEntry] {
        try await memory.outbox(before: position, limit: limit)
    }
    func unfinishedOutbox(limit: Int) async throws(StorageError) -> [OutboxEntry] {
        try await memory.unfinishedOutbox(limit: limit)
    }
    func commit(_ step: OutboxCommit) async throws(StorageError) -> CommitOutcome { try await memory.commit(step) }
    func published(remoteIDs keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey> {
        try await memory.published(remoteIDs: keys)
    }
    func noticeRecords(keys: Set<NoticeKey>) async throws(StorageError) -> [NoticeKey: NoticeRecord] {
        try await memory.noticeRecords(keys: keys)
    }
    func notices(about subjects: Set<String>) async throws(StorageError) -> [String: [NoticeRecord]] {
        try await memory.notices(about: subjects)
    }
    func openNotices(after position: NoticePosition?, limit: Int) async throws(StorageError) -> [NoticeRecord] {
        try await memory.openNotices(after: position, limit: limit)
    }
    func enqueue(_ notices: [NoticeRecord]) async throws(StorageError) -> Int { try await memory.enqueue(notices) }
    func undelivered(limit: Int) async throws(StorageError) -> [NoticeRecord] {
        try await memory.undelivered(limit: limit)
    }
    func record(_ delivery: NoticeDelivery) async throws(StorageError) { try await memory.record(delivery) }
    func notices(before position: NoticePosition?, limit: Int) async throws(StorageError) -> [NoticeRecord] {
        try await memory.notices(before: position, limit: limit)
    }
    func keep(_ lessons: [LabelledPost], at instant: Instant) async throws(StorageError) -> KeptLessons {
        try await memory.keep(lessons, at: instant)
    }
    func lessons(after id: String?, limit: Int) async throws(StorageError) -> [LabelledPost] {
        try await memory.lessons(after: id, limit: limit)
    }
    func models() async throws(StorageError) -> [ModelRecord] { try await memory.models() }
    func weights(ofModel number: Int64) async throws(StorageError) -> ModelWeights? {
        try await memory.weights(ofModel: number)
    }
    func modelChoices() async throws(StorageError) -> [Language: ModelChoice] { try await memory.modelChoices() }
    func adopt(_ model: NewModel, replacing seen: Int64?) async throws(StorageError) -> ModelRecord? {
        try await memory.adopt(model, replacing: seen)
    }
    func choose(
        model number: Int64?, for language: Language, at instant: Instant, replacing seen: Int64?
    ) async throws(StorageError) -> CommitOutcome {
        try await memory.choose(model: number, for: language, at: instant, replacing: seen)
    }
}
