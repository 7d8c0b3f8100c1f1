package import Dialogue
package import ServiceHours
package import Storage

/// Takes pages into the store: reads the threads they touch, lets the core decide, writes all of it with the cursor in one commit.
package struct Ingest: Sendable {
    /// How often a page is decided anew because somebody else wrote to the same threads in between.
    private static let attempts = 20

    private let store: any Store
    private let policies: ResponsePolicies
    private let now: Instant

    package init(store: any Store, policies: ResponsePolicies, now: Instant) {
        self.store = store
        self.policies = policies
        self.now = now
    }

    /// Commits one page.
    package func take(_ page: ReadPage) async throws(Problem) -> RunSummary {
        do {
            for _ in 0..<Self.attempts {
                if let summary = try await attempt(page) { return summary }
            }
        } catch {
            throw Problem(error)
        }
        throw Problem(
            .locked, at: page.cursor?.source ?? "import", "other runs kept changing the same threads",
            next: "run it again when they are done")
    }

    /// What of a source is in quarantine by now.
    func keptRecords(of source: String) async throws(Problem) -> KeptRecords {
        do {
            return try await KeptRecords(of: source, in: store)
        } catch {
            throw Problem(error)
        }
    }

    private func attempt(_ page: ReadPage) async throws(StorageError) -> RunSummary? {
        let decided = try await decide(page.arrivals, accounts: page.accounts, liveSince: page.liveSince)
        var summary = RunSummary()
        summary.count(decided.counts)
        summary.quarantined = page.quarantined.count
        summary.conversations = decided.begun

        var commit = PageCommit()
        commit.threads = decided.threads
        commit.cursor = page.cursor
        commit.accounts = page.newAccounts
        commit.quarantined = page.quarantined
        commit.released = page.released
        if commit.isEmpty { return summary }
        return try await store.commit(commit) == .committed ? summary : nil
    }

    /// What arrivals change: the touched threads as they have to be written, and what of it is new.
    struct Decided {
        var threads: [ThreadCommit] = []
        var counts = IntakeCounts()
        /// Conversations that begin.
        var begun = 0
    }

    /// Reads the threads that `arrivals` touch and decides what becomes of them; writes nothing.
    /// - Parameter liveSince: posts at or after it are live; nil when none is.
    func decide(
        _ arrivals: [Arrival], accounts: AccountBook, liveSince: Instant?
    ) async throws(StorageError) -> Decided {
        let stored = try await store.withLinks(try await store.threads(touchedBy: Intake.keys(of: arrivals)))
        let contested = Intake.contested(arrivals, in: stored)
        let wordings = contested.isEmpty ? [:] : try await store.wordings(of: contested)
        var intake = Intake(stored: stored, wordings: wordings.mapValues { Set($0.map(\.hash)) }, now: now)
        for arrival in arrivals { intake.take(arrival, isLive: isLive(arrival, since: liveSince)) }

        var decided = Decided()
        decided.counts = intake.counts
        let reader = ConversationReader(accounts: accounts, policies: policies)
        let changes = Dictionary(intake.changes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let before = Dictionary(stored.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for group in ThreadGroups.groups(of: intake.standing) where group.contains(where: { changes[$0.key] != nil }) {
            let records = reader.conversations(in: group).map(\.record)
            let byThread = Dictionary(grouping: records, by: \.thread)
            decided.threads += group.map { facts in
                let own = byThread[facts.key] ?? []
                return changes[facts.key].map { ThreadCommit($0, conversations: own) }
                    ?? ThreadCommit(facts, conversations: own)
            }
            let replaced = group.flatMap { changes[$0.key]?.replaces.keys.map(\.self) ?? [$0.key] }
            let known = reader.conversations(in: replaced.compactMap { before[$0] }).map(\.id)
            decided.begun += Set(records.map(\.id)).subtracting(known).count
        }
        return decided
    }

    private func isLive(_ arrival: Arrival, since liveSince: Instant?) -> Bool {
        guard case .said(let post) = arrival.report, let liveSince else { return false }
        return post.at >= liveSince
    }
}

extension ThreadCommit {
    /// A thread of which nothing is written but its conversations, and what people said of them and of its posts.
    init(
        _ facts: ThreadFacts, conversations: [ConversationRecord], decisions: [ConversationDecision] = [],
        corrections: [Correction] = []
    ) {
        self.init(
            key: facts.key, replaces: [facts.key: facts.version], posts: [], marks: [], conversations: conversations,
            decisions: decisions, corrections: corrections)
    }

    init(_ change: ThreadChange, conversations: [ConversationRecord]) {
        self.init(
            key: change.key, replaces: change.replaces,
            posts: change.writes.map {
                PostWrite(post: $0.post, text: $0.text, language: $0.language, isCurrent: $0.isCurrent)
            },
            marks: change.marks, conversations: conversations)
    }
}
