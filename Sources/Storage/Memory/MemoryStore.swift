package import Dialogue
package import ServiceHours

/// The store that lives in memory: what the contract means, said in the simplest way.
///
/// Every other keeper answers like this one. It forgets everything when the process ends, so only tests and rehearsals use it.
package actor MemoryStore: Store {
    var world = StoredWorld()
    var replies = StoredReplies()
    var learning = StoredLearning()
    var noticeRecords: [NoticeKey: NoticeRecord] = [:]
    private var sources: [String: SourceState] = [:]
    private var accounts: [String: Account] = [:]
    private var policyVersions: [Int: PolicyVersion] = [:]
    private var quarantineRecords: [Int64: QuarantinedRecord] = [:]
    private var nextQuarantine: Int64 = 1
    private var runRecords: [RunRecord] = []
    private var memories: [String: String] = [:]
    private let id: String

    /// - Parameter databaseID: what tells it from other stores; the same for all where none is given.
    package init(databaseID: String = String(repeating: "0", count: 32)) {
        id = databaseID
    }

    // MARK: Taking posts in

    package func threads(touchedBy keys: Set<PostKey>) async throws(StorageError) -> [ThreadFacts] {
        world.threads(touchedBy: keys)
    }

    package func commit(_ page: PageCommit) async throws(StorageError) -> CommitOutcome {
        var changed = world
        for thread in page.threads {
            guard try changed.write(thread) == .committed else { return .superseded }
        }
        if let move = page.cursor {
            guard let source = sources[move.source] else {
                throw StorageError(
                    .internal, path: "memory", advice: "a cursor was moved of a source that was never added")
            }
            guard source.cursor == move.from else { return .superseded }
            sources[move.source] = SourceState(
                name: source.name, addedAt: source.addedAt, cursor: move.to, health: source.health)
        }
        world = changed
        for account in page.accounts { accounts[account.name] = account }
        for record in page.quarantined {
            quarantineRecords[nextQuarantine] = QuarantinedRecord(
                id: nextQuarantine, source: record.source, place: record.place, code: record.code,
                reason: record.reason, raw: record.raw, at: record.at)
            nextQuarantine += 1
        }
        for id in page.released { quarantineRecords[id] = nil }
        return .committed
    }

    package func known(among keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey> {
        keys.filter { world.holds($0) }
    }

    // MARK: Sources, accounts, policies

    package func sourceStates() async throws(StorageError) -> [String: SourceState] {
        sources
    }

    package func add(sources names: [String], at instant: Instant) async throws(StorageError) {
        for name in names where sources[name] == nil {
            sources[name] = SourceState(name: name, addedAt: instant, cursor: nil, health: SourceHealth())
        }
    }

    package func record(health: [String: SourceHealth]) async throws(StorageError) {
        for (name, health) in health {
            guard let source = sources[name] else { continue }
            sources[name] = SourceState(name: name, addedAt: source.addedAt, cursor: source.cursor, health: health)
        }
    }

    package func importedAccounts() async throws(StorageError) -> [Account] {
        accounts.values.sorted { $0.name < $1.name }
    }

    package func policies() async throws(StorageError) -> [PolicyVersion] {
        policyVersions.values.sorted { $0.number < $1.number }
    }

    package func adopt(_ policy: PolicyVersion) async throws(StorageError) -> CommitOutcome {
        guard policyVersions[policy.number] == nil else { return .superseded }
        policyVersions[policy.number] = policy
        return .committed
    }

    package func memory(of account: String) async throws(StorageError) -> String? {
        memories[account]
    }

    package func remember(
        _ text: String, of account: String, replacing seen: String?
    ) async throws(StorageError) -> CommitOutcome {
        guard memories[account] == seen else { return .superseded }
        memories[account] = text
        return .committed
    }

    package func databaseID() async throws(StorageError) -> String {
        id
    }

    // MARK: Conversations

    package func conversations(
        matching filter: ConversationFilter, before position: ConversationPosition?, limit: Int
    ) async throws(StorageError) -> [ConversationRecord] {
        let found = world.conversations.filter { record in
            filter.holds(record) && (position.map { record.stands(before: $0) } ?? true)
        }
        let ordered = found.sorted { ($1.openedAt, $1.id) < ($0.openedAt, $0.id) }
        return Array(ordered.prefix(max(0, limit)))
    }

    package func conversations(idPrefix prefix: String) async throws(StorageError) -> [ConversationRecord] {
        let found = world.conversations.filter { $0.id.utf8.starts(with: prefix.utf8) }
        return Array(found.sorted { $0.id < $1.id }.prefix(2))
    }

    package func conversations(holding remoteID: String) async throws(StorageError) -> [ConversationRecord] {
        let threads = world.threads(holding: remoteID)
        let found = world.conversations.filter { threads.contains($0.thread) }
        return found.sorted { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
    }

    package func queue(dueUntil until: Instant?, limit: Int) async throws(StorageError) -> [ConversationRecord] {
        let waiting = world.conversations.filter { record in
            guard !record.isHistory, let wait = record.wait else { return false }
            guard let until else { return true }
            return wait.dueAt.map { $0 <= until } ?? false
        }
        let ordered = waiting.sorted { ($0.placeInQueue, $0.id) < ($1.placeInQueue, $1.id) }
        return Array(ordered.prefix(max(0, limit)))
    }

    package func resolutions(
        dueUntil until: Instant?, at now: Instant, limit: Int
    ) async throws(StorageError) -> [ConversationRecord] {
        let due = world.conversations.filter { record in
            guard let dueAt = record.resolutionQueuedAt else { return false }
            return (until.map { dueAt <= $0 } ?? true) && (record.standing.resolvedAt.map { $0 > now } ?? true)
        }
        let resting = until == nil ? world.conversations.filter { $0.restsUntil.map { $0 > now } ?? false } : []
        let ordered =
            due.sorted { ($0.placeOfResolution, $0.id) < ($1.placeOfResolution, $1.id) }
            + resting.sorted { ($0.placeOfResolution, $0.id) < ($1.placeOfResolution, $1.id) }
        return Array(ordered.prefix(max(0, limit)))
    }

    package func thread(_ key: ThreadKey) async throws(StorageError) -> ThreadFacts? {
        world.facts(key)
    }

    package func wordings(of keys: Set<PostKey>) async throws(StorageError) -> [PostKey: [Wording]] {
        var found: [PostKey: [Wording]] = [:]
        for key in keys { found[key] = world.wordings(of: key) }
        return found
    }

    package func corrections() async throws(StorageError) -> [CorrectedWording] {
        world.corrections.wordings
    }

    // MARK: Quarantine

    package func quarantine(after position: Int64, limit: Int) async throws(StorageError) -> [QuarantinedRecord] {
        let found = quarantineRecords.values.filter { $0.id > position }.sorted { $0.id < $1.id }
        return Array(found.prefix(max(0, limit)))
    }

    package func quarantined(_ id: Int64) async throws(StorageError) -> QuarantinedRecord? {
        quarantineRecords[id]
    }

    package func discard(quarantined ids: Set<Int64>) async throws(StorageError) -> Int {
        ids.count { quarantineRecords.removeValue(forKey: $0) != nil }
    }

    // MARK: Runs

    package func record(_ run: RunRecord) async throws(StorageError) {
        runRecords.append(run)
        runRecords.removeFirst(max(0, runRecords.count - 1000))
    }

    package func runs(limit: Int) async throws(StorageError) -> [RunRecord] {
        Array(runRecords.reversed().prefix(max(0, limit)))
    }

    package func totals() async throws(StorageError) -> StoreTotals {
        let rows = replies.outboxEntries
        let waiting = Set(world.conversations.filter { !$0.isHistory && $0.wait != nil }.map(\.id))
        let drafted = Set(replies.draftEntries.filter { $0.decision == nil }.map(\.draft.conversation))
        return StoreTotals(
            posts: world.postCount, conversations: world.conversations.count,
            waits: waiting.count, quarantined: quarantineRecords.count, drafts: drafted.intersection(waiting).count,
            outbox: rows.count { !$0.progress.state.isTerminal }, held: rows.count { $0.progress.state == .held },
            attempts: rows.reduce(0) { $0 + $1.attempts.count })
    }
}

extension ConversationFilter {
    fileprivate func holds(_ record: ConversationRecord) -> Bool {
        (account == nil || record.account == account) && (language == nil || record.language == language)
            && (intent == nil || record.intent == intent) && (!isOwed || record.isOwed)
    }
}

extension ConversationRecord {
    fileprivate func stands(before position: ConversationPosition) -> Bool {
        (openedAt, id) < (position.openedAt, position.id)
    }

    fileprivate var placeOfResolution: Instant {
        resolutionQueuedAt ?? restsUntil ?? Instant(seconds: .max)
    }

    fileprivate var placeInQueue: Instant {
        wait?.dueAt ?? Instant(seconds: .max)
    }
}
