package import Dialogue
package import ServiceHours
package import Storage

/// Where people decide about conversations: keeps what they say, together with what follows from it.
package struct DecisionDesk: Sendable {
    /// How often a decision is taken anew because somebody else wrote to the same threads in between.
    private static let attempts = 20

    /// What came of a decision.
    package struct Outcome: Sendable {
        /// The conversation as it stands now.
        package let record: ConversationRecord
        /// The fact that was kept; nil when it was so already.
        package let decision: ConversationDecision?
    }

    private let store: any Store
    private let lookup: ConversationLookup
    private let reader: ConversationReader
    private let policies: ResponsePolicies
    let now: Instant

    package init(store: any Store, accounts: AccountBook, policies: ResponsePolicies, now: Instant) {
        self.store = store
        lookup = ConversationLookup(store: store, accounts: accounts, policies: policies)
        reader = ConversationReader(accounts: accounts, policies: policies)
        self.policies = policies
        self.now = now
    }

    /// Decides about the conversation that `name` means.
    /// - Throws: `noInput` when there is none, `badData` for what makes no sense as it stands.
    package func decide(
        _ kind: ConversationDecision.Kind, about name: String, because reason: String?, by person: String
    ) async throws(Problem) -> Outcome {
        try await deciding(as: person) { person throws(Problem) in
            let (conversation, threads) = try await conversation(named: name)
            let decision: ConversationDecision?
            do throws(DecisionRefusal) {
                decision = try conversation.deciding(
                    kind, because: reason, by: person, at: now, priorities: policies.targetNames)
            } catch {
                throw Problem(error, at: conversation.id)
            }
            guard let decision else { return Outcome(record: conversation.record, decision: nil) }
            return try await keep([conversation.thread: [decision]], of: conversation.id, in: threads).map {
                Outcome(record: $0, decision: decision)
            }
        }
    }

    /// Lets the conversation that `name` means go on in another.
    /// - Throws: as ``decide(_:about:because:by:)`` does.
    package func merge(
        _ name: String, into other: String, because reason: String?, by person: String
    ) async throws(Problem) -> Outcome {
        try await deciding(as: person) { person throws(Problem) in
            let record = try await lookup.record(named: name)
            let target = try await lookup.record(named: other)
            let (threads, conversations) = try await opened([record, target])
            let conversation = try found(record.id, in: conversations)
            // Whoever names one that was merged itself means the one in which it goes on.
            var survivor = try found(target.id, in: conversations)
            if let next = survivor.mergedInto { survivor = try found(next, in: conversations) }
            if conversation.mergedInto == survivor.id {
                return Outcome(record: conversation.record, decision: nil)
            }
            var decisions: [ThreadKey: [ConversationDecision]] = [:]
            do throws(DecisionRefusal) {
                let (own, others) = try conversation.merging(into: survivor, because: reason, by: person, at: now)
                decisions[conversation.thread] = [own]
                decisions[survivor.thread, default: []].append(others)
            } catch {
                throw Problem(error, at: record.id)
            }
            let own = decisions.values.joined().first { $0.kind.isOwn }
            return try await keep(decisions, of: conversation.id, in: threads).map {
                Outcome(record: $0, decision: own)
            }
        }
    }

    // MARK: Keeping

    /// Repeats `attempt` while it answers nil, because somebody else was faster.
    func deciding<Answer>(
        as person: String, _ attempt: (String) async throws(Problem) -> Answer?
    ) async throws(Problem) -> Answer {
        let name: String
        do {
            name = try PersonName.checked(person)
        } catch {
            throw Problem(error, at: "decision")
        }
        for _ in 0..<Self.attempts {
            if let outcome = try await attempt(name) { return outcome }
        }
        throw Problem(
            .locked, at: "decision", "other runs kept changing the same threads",
            next: "run it again when they are done")
    }

    /// The conversation that `name` means, and its thread with everything that is linked to it.
    func conversation(
        named name: String
    ) async throws(Problem) -> (conversation: Conversation, threads: [ThreadFacts]) {
        let record = try await lookup.record(named: name)
        let (threads, conversations) = try await opened([record])
        return (try found(record.id, in: conversations), threads)
    }

    /// The conversations of these records with everything that is linked to them.
    private func opened(
        _ records: [ConversationRecord]
    ) async throws(Problem) -> (threads: [ThreadFacts], conversations: [Conversation]) {
        do {
            var threads: [ThreadFacts] = []
            for key in Set(records.map(\.thread)) {
                if let thread = try await store.thread(key) { threads.append(thread) }
            }
            threads = try await store.withLinks(threads)
            return (threads, reader.conversations(in: threads))
        } catch {
            throw Problem(any: error)
        }
    }

    private func found(_ id: String, in conversations: [Conversation]) throws(Problem) -> Conversation {
        guard let conversation = conversations.first(where: { $0.id == id }) else {
            throw Problem(
                .internal, at: id, "its thread does not lead to it any more", next: "run 'antwort watch' and try again")
        }
        return conversation
    }

    /// Stores what was decided and corrected with every conversation that changes by it.
    /// - Returns: the conversation with this id as it stands then; nil when somebody else was faster.
    func keep(
        _ decisions: [ThreadKey: [ConversationDecision]], _ corrections: [ThreadKey: [Correction]] = [:],
        of id: String, in threads: [ThreadFacts]
    ) async throws(Problem) -> ConversationRecord? {
        let decided = threads.map { $0.adding(decisions[$0.key] ?? [], corrections[$0.key] ?? []) }
        let records = reader.conversations(in: decided).map(\.record)
        let byThread = Dictionary(grouping: records, by: \.thread)
        var page = PageCommit()
        page.threads = threads.map {
            ThreadCommit(
                $0, conversations: byThread[$0.key] ?? [], decisions: decisions[$0.key] ?? [],
                corrections: corrections[$0.key] ?? [])
        }
        do {
            guard try await store.commit(page) == .committed else { return nil }
        } catch {
            throw Problem(error)
        }
        return records.first { $0.id == id }
    }
}

extension ConversationDecision.Kind {
    /// Whether it is what the person said, not its other side.
    fileprivate var isOwn: Bool {
        if case .absorbs = self { false } else { true }
    }
}

extension Problem {
    /// What a decision was refused for.
    init(_ refusal: DecisionRefusal, at place: String) {
        self.init(.badData, at: place, refusal.what, next: refusal.advice)
    }
}
