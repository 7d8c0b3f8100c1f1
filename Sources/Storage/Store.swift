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
    /// or a post that the caller takes for new is stored, wherever it is, and when a correction is about a wording that is not current.
    ///
    /// An author's handle and name are kept once for all posts and conversations: those of the newest current wording count, and what it
    /// leaves out stays as it is known.
    /// - Throws: `internal`, too, for what no correct caller asks: the cursor of a source that was never added, an older wording of a post
    ///   that is not known, a thread that replaces one of another network, a correction of a post that is not in its thread.
    func commit(_ page: PageCommit) async throws(StorageError) -> CommitOutcome

    /// Those of the posts that are stored, deleted ones among them.
    func known(among keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey>

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

    /// What a connector remembers of an account between runs; nil before it remembered anything. Opaque, and never a secret.
    func memory(of account: String) async throws(StorageError) -> String?
    /// Replaces what is remembered of an account; `.superseded` when it is no longer `seen`.
    func remember(_ text: String, of account: String, replacing seen: String?) async throws(StorageError)
        -> CommitOutcome
    /// What tells this store from every other: 32 hex digits, drawn once when it was made. A copy has the same.
    func databaseID() async throws(StorageError) -> String

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
    /// The matters whose resolution is promised and still to come at `now`, outside history: those with a due time first, soonest first;
    /// then those that rest because the brand waits for the customer, the one that silence ends first before the others.
    /// - Parameter until: only those due at or before it; nil for all, and for those that rest.
    func resolutions(dueUntil until: Instant?, at now: Instant, limit: Int) async throws(StorageError)
        -> [ConversationRecord]
    /// One thread with its version; nil when it is not stored.
    func thread(_ key: ThreadKey) async throws(StorageError) -> ThreadFacts?
    /// The words of posts, in every wording we saw, each once: oldest first by the time of edit, the current one last. Posts that are not
    /// known are missing.
    func wordings(of keys: Set<PostKey>) async throws(StorageError) -> [PostKey: [Wording]]

    /// Everything people said of posts where triage read them wrong, by wording, in the order of the last word on each. Only the last of
    /// each label comes, and no wording whose words are gone.
    func corrections() async throws(StorageError) -> [CorrectedWording]

    // MARK: Learning

    /// Keeps labelled posts that belong to no conversation, to learn from; one of a known id takes the place of the one before. Of several
    /// with one id the last holds.
    func keep(_ lessons: [LabelledPost], at instant: Instant) async throws(StorageError) -> KeptLessons
    /// A page of them in the order of their ids, `id` above the given one.
    func lessons(after id: String?, limit: Int) async throws(StorageError) -> [LabelledPost]
    /// Every model that was learned here, oldest first.
    func models() async throws(StorageError) -> [ModelRecord]
    /// The weights of a model; nil when it was never learned, or so long ago that they were dropped.
    func weights(ofModel number: Int64) async throws(StorageError) -> ModelWeights?
    /// What reads posts of each language now; where nothing was ever chosen, it is the shipped model and the language is missing.
    func modelChoices() async throws(StorageError) -> [Language: ModelChoice]
    /// Keeps a model, and chooses it. Nil, and nothing is changed, when the present choice of its language is no longer number `seen`.
    ///
    /// Only the newest of a language keep their weights, and the one that was in use before.
    func adopt(_ model: NewModel, replacing seen: Int64?) async throws(StorageError) -> ModelRecord?
    /// Chooses what reads posts of a language: a model, or the shipped one. `.superseded` when the present choice is no longer number `seen`.
    /// - Throws: `internal`, too, for a model that was never learned.
    func choose(
        model number: Int64?, for language: Language, at instant: Instant, replacing seen: Int64?
    ) async throws(StorageError) -> CommitOutcome

    // MARK: Drafts

    /// Keeps a draft: version 1 as a new one, any other in place of the version before, which is kept beside it.
    ///
    /// `.superseded` when version 1 of an id that is stored, or when the newest version is not the one before or is decided.
    /// - Throws: `internal`, too, for a version below 1.
    func save(_ draft: Draft) async throws(StorageError) -> CommitOutcome
    /// The drafts whose id starts with `prefix`, by id, at most two: one is found, two say that it is ambiguous.
    func drafts(idPrefix prefix: String) async throws(StorageError) -> [DraftEntry]
    /// The drafts of these conversations, oldest first by the newest version of each; conversations without are missing.
    func drafts(of conversations: Set<String>) async throws(StorageError) -> [String: [DraftEntry]]
    /// The drafts about which nobody has decided, in the order of their ids, which no edit changes; `id` above the given one.
    func undecidedDrafts(after id: String?, limit: Int) async throws(StorageError) -> [Draft]
    /// A page of drafts, newest version first, `(createdAt, id)` strictly before `position`.
    func drafts(before position: DraftPosition?, limit: Int) async throws(StorageError) -> [DraftEntry]
    /// Every version of one draft, oldest first; empty when there is none.
    func versions(ofDraft id: String) async throws(StorageError) -> [Draft]
    /// Keeps a decision about a draft and, with an approval, queues its outbox row in the same commit.
    ///
    /// `.superseded` when the draft's newest version is not the one decided on, when somebody decided before, and when the outbox holds an
    /// unfinished row of the account with the same words for the same target: then those words are on their way already.
    /// - Throws: `internal`, too, for an approval without a row of its own, and for a row without an approval.
    func decide(_ decision: DraftDecision, sending row: OutboxRow?) async throws(StorageError) -> CommitOutcome

    // MARK: Outbox

    /// The rows whose id starts with `prefix`, by id, at most two: one is found, two say that it is ambiguous.
    func outbox(idPrefix prefix: String) async throws(StorageError) -> [OutboxEntry]
    /// A page of rows, newest approval first, `(approvedAt, id)` strictly before `position`.
    func outbox(before position: OutboxPosition?, limit: Int) async throws(StorageError) -> [OutboxEntry]
    /// The rows that can still change, by `(nextAt, id)`, soonest first.
    func unfinishedOutbox(limit: Int) async throws(StorageError) -> [OutboxEntry]
    /// Takes a step of a row, and what becomes true by it, or nothing; what is committed survives the loss of power when this returns.
    ///
    /// `.superseded` when the row is not in the state and at the number of attempts the caller saw, when a thread is no longer at its
    /// version, when the row has another open attempt or the attempt to close is not open, and when the reply's id is bound to another row
    /// of the account. Attempts are only ever added, and closed once.
    func commit(_ step: OutboxCommit) async throws(StorageError) -> CommitOutcome
    /// Those of the posts that are bound to a row of the outbox: replies of ours that are accounted for.
    func published(remoteIDs keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey>

    // MARK: Notices

    /// What is on record under these keys; those that are not are missing.
    func noticeRecords(keys: Set<NoticeKey>) async throws(StorageError) -> [NoticeKey: NoticeRecord]
    /// What any channel was told about these matters, each named by its keys' `subject`, oldest first; matters that nobody heard of are
    /// missing.
    func notices(about subjects: Set<String>) async throws(StorageError) -> [String: [NoticeRecord]]
    /// A page of the notices whose end is still to be told: no recovery of their subject is queued for their channel. Oldest first,
    /// `(queuedAt, key)` strictly after `position`.
    func openNotices(after position: NoticePosition?, limit: Int) async throws(StorageError) -> [NoticeRecord]
    /// Queues the notices whose keys are new, and answers how many those were; what is on record stays as it is.
    /// - Throws: `internal`, too, for a key whose text does not name it.
    func enqueue(_ notices: [NoticeRecord]) async throws(StorageError) -> Int
    /// The notices that were never delivered, by `(queuedAt, key)`, oldest first.
    func undelivered(limit: Int) async throws(StorageError) -> [NoticeRecord]
    /// Notes one try for each of the notices, see ``NoticeRecord/after(_:)``; keys that are not on record are passed over.
    func record(_ delivery: NoticeDelivery) async throws(StorageError)
    /// A page of notices, newest first, `(queuedAt, key)` strictly before `position`.
    func notices(before position: NoticePosition?, limit: Int) async throws(StorageError) -> [NoticeRecord]

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
