package import Dialogue
package import ServiceHours

/// What the product asks of a store: whole questions and whole commits, never a transaction handed out.
///
/// Every keeper passes the same contract tests. A change of state is compare-and-set: the caller says which version it saw, and is told
/// when somebody else was faster. Lists come in pages by key, so that no answer grows with what is stored.
package protocol Store: Sendable {
    // MARK: Taking posts in

    /// The threads that hold one of these posts, or whose topmost post is known only by one of these ids.
    ///
    /// Each comes once and whole, at one version, all of them from one moment. Keys of several networks may be mixed.
    func threads(touchedBy keys: Set<PostKey>) async throws(StorageError) -> [ThreadFacts]

    /// Stores everything a page brought, and the cursor behind it, or nothing.
    ///
    /// Answers `.superseded` and changes nothing when a thread or the cursor is no longer at the version the caller saw: also when a thread
    /// or a post that the caller takes for new is stored, wherever it is.
    ///
    /// An author's handle and name are kept once for all posts and conversations: those of the newest current wording count, and what it
    /// leaves out stays as it is known.
    /// - Throws: `internal`, too, for what no correct caller asks: the cursor of a source that was never added, an older wording of a post
    ///   that is not known, a thread that replaces one of another network.
    func commit(_ page: PageCommit) async throws(StorageError) -> CommitOutcome

    // MARK: Sources, accounts, policies

    /// Everything known about all sources, by name.
    func sourceStates() async throws(StorageError) -> [String: SourceState]
    /// Registers sources that are new, with the instant they were added; known ones stay as they are.
    func add(sources: [String], at instant: Instant) async throws(StorageError)
    /// Writes what changed in the health of sources; those not named stay as they are, unknown ones are passed over. Cursors are not
    /// touched.
    func record(health: [String: SourceHealth]) async throws(StorageError)
    /// The accounts that imports created, each in its newest state, ordered by name.
    func importedAccounts() async throws(StorageError) -> [Account]
    /// All policy versions, oldest first.
    func policies() async throws(StorageError) -> [PolicyVersion]
    /// Keeps a new policy version; `.superseded` when its number is taken.
    func adopt(_ policy: PolicyVersion) async throws(StorageError) -> CommitOutcome

    // MARK: Conversations

    /// A page of conversations, newest opening first, `(openedAt, id)` strictly before `position`.
    func conversations(
        matching filter: ConversationFilter, before position: ConversationPosition?, limit: Int
    ) async throws(StorageError) -> [ConversationRecord]
    /// The conversations whose id starts with `prefix`, at most two: one is found, two say that it is ambiguous.
    func conversations(idPrefix prefix: String) async throws(StorageError) -> [ConversationRecord]
    /// The conversations of the threads that hold the post with this id, on whatever network, oldest opening first. Which of them the
    /// post belongs to is for the core to say.
    func conversations(holding remoteID: String) async throws(StorageError) -> [ConversationRecord]
    /// The live waits (a running clock outside history) by due time, soonest first; those that are never due come last.
    /// - Parameter until: only those due at or before it; nil for all.
    func queue(dueUntil until: Instant?, limit: Int) async throws(StorageError) -> [ConversationRecord]
    /// One thread with its version; nil when it is not stored.
    func thread(_ key: ThreadKey) async throws(StorageError) -> ThreadFacts?
    /// The words of posts, in every wording we saw, each once: oldest first by the time of edit, the current one last. Posts that are not
    /// known are missing.
    func wordings(of keys: Set<PostKey>) async throws(StorageError) -> [PostKey: [Wording]]

    // MARK: Quarantine

    /// Quarantined records, oldest first, `id` above `position`.
    func quarantine(after position: Int64, limit: Int) async throws(StorageError) -> [QuarantinedRecord]
    /// One quarantined record; nil when it was released, discarded or never there. Its number never comes to mean another.
    func quarantined(_ id: Int64) async throws(StorageError) -> QuarantinedRecord?
    /// Removes records that were replayed or given up; answers how many there were.
    func discard(quarantined ids: Set<Int64>) async throws(StorageError) -> Int

    // MARK: Runs

    /// Keeps the record of a run, and drops all but the newest thousand.
    func record(_ run: RunRecord) async throws(StorageError)
    /// The newest runs first.
    func runs(limit: Int) async throws(StorageError) -> [RunRecord]
    /// How much is stored.
    func totals() async throws(StorageError) -> StoreTotals
}
