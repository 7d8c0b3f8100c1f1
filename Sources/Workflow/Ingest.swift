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

    private func attempt(_ page: ReadPage) async throws(StorageError) -> RunSummary? {
        let stored = try await store.threads(touchedBy: Intake.keys(of: page.arrivals))
        let contested = Intake.contested(page.arrivals, in: stored)
        let wordings = contested.isEmpty ? [:] : try await store.wordings(of: contested)

        var intake = Intake(stored: stored, wordings: wordings.mapValues { Set($0.map(\.hash)) }, now: now)
        for arrival in page.arrivals { intake.take(arrival, isLive: isLive(arrival, in: page)) }

        var summary = RunSummary()
        summary.count(intake.counts)
        summary.quarantined = page.quarantined.count

        let reader = ConversationReader(accounts: page.accounts, policies: policies)
        let before = Dictionary(stored.map { ($0.key, $0.posts) }, uniquingKeysWith: { first, _ in first })
        var commit = PageCommit()
        commit.cursor = page.cursor
        commit.accounts = page.newAccounts
        commit.quarantined = page.quarantined
        commit.released = page.released
        for change in intake.changes {
            let records = reader.conversations(in: change.key, posts: change.posts).map(\.record)
            commit.threads.append(ThreadCommit(change, conversations: records))
            let known = change.replaces.keys.flatMap { key in
                reader.conversations(in: key, posts: before[key] ?? []).map(\.id)
            }
            summary.conversations += Set(records.map(\.id)).subtracting(known).count
        }
        if commit.isEmpty { return summary }
        return try await store.commit(commit) == .committed ? summary : nil
    }

    private func isLive(_ arrival: Arrival, in page: ReadPage) -> Bool {
        guard case .said(let post) = arrival.report, let liveSince = page.liveSince else { return false }
        return post.at >= liveSince
    }
}

extension ThreadCommit {
    init(_ change: ThreadChange, conversations: [ConversationRecord]) {
        self.init(
            key: change.key, replaces: change.replaces,
            posts: change.writes.map {
                PostWrite(post: $0.post, text: $0.text, language: $0.language, isCurrent: $0.isCurrent)
            },
            marks: change.marks, conversations: conversations)
    }
}
