import Dialogue
import ServiceHours
import Storage
import TestSupport

/// Builds drafts, approvals and steps of the outbox with few words: by the ways the product makes them.
enum ReplySample {
    static let now = SmallThread.start + 3600
    static let request = FrozenRequest(
        method: "POST", path: "/api/v1/statuses", contentType: "application/json", body: Array("{\"status\":1}".utf8),
        key: "key-1")

    /// The complaint that `root` is.
    static func conversation(_ root: String = "p1") throws -> Conversation {
        var thread = SmallThread()
        thread.say(root, by: "anna", at: 0, onPage: true)
        let reader = ConversationReader(
            accounts: AccountBook([SmallThread.account]), policies: try TestPolicies.roundTheClock(first: 30, next: 60))
        return reader.conversations(
            in: ThreadKey(network: SmallThread.network, root: root), posts: thread.posts)[0]
    }

    static func draft(
        _ id: String = "d1", answering root: String = "p1", _ words: String = "Das tut uns leid.", at minutes: Int64 = 0
    ) throws -> Draft {
        Draft(
            id: id, answering: root, in: try conversation(root), body: ReplyText(words),
            origin: .template("delay"), createdAt: now + minutes * 60)!
    }

    static func edited(_ draft: Draft, _ words: String, at minutes: Int64 = 1) throws -> Draft {
        draft.edited(
            ReplyText(words), by: "Otto", findings: [], at: now + minutes * 60, expiresAt: nil,
            in: try conversation(draft.target.key.remoteID))!
    }

    static func approval(
        of draft: Draft, row id: String = "o1", by reviewer: String = "Berta", at minutes: Int64 = 2,
        profile: PublishProfile = .withoutKey
    ) throws -> (decision: DraftDecision, row: OutboxRow) {
        let review = try Review.waiting(draft).approve(
            by: reviewer, at: now + minutes * 60, expecting: draft.hash,
            in: try conversation(draft.target.key.remoteID))
        guard case .approved(let reply) = review else { throw Unexpected() }
        let row = OutboxRow(reply, id: id, request: request, profile: profile, epoch: "epoch-1")
        return (.approved(reply.record), row)
    }

    static func rejection(of draft: Draft) throws -> DraftDecision {
        let review = try Review.waiting(draft).reject(by: "Berta", at: now + 60, reason: "Falscher Ton")
        guard let decision = review.decision else { throw Unexpected() }
        return decision
    }

    /// A platform on which one look that finds nothing is a proof: it needs the fewest steps.
    static let profile = PublishProfile(isKeyed: false, keyValidFor: 0, coolDown: 60, settle: 0, absentProves: true)

    /// What the machine decides on `event`.
    static func change(
        on event: OutboxEvent, of entry: OutboxEntry, at minutes: Int64, believing attempts: [Attempt]? = nil,
        epoch: String = "epoch-1"
    ) throws -> OutboxChange {
        let machine = OutboxMachine(profile: profile, author: "brand")
        let moment = PublishMoment(
            now: now + minutes * 60, boot: BootTime(id: "boot-1", seconds: 1000 + minutes * 60), epoch: epoch)
        let decision = machine.decide(
            on: event, for: try entry.row(), attempts: attempts ?? entry.attempts, at: moment)
        guard case .change(let change) = decision else { throw Unexpected() }
        return change
    }

    /// A look that finds the target as it was, and no reply.
    static func clearSight(_ root: String = "p1") throws -> TargetSight {
        TargetSight(
            target: .standing(try draft(answering: root).target.hash), replies: [], isComplete: true)
    }

    static func accepted(as remoteID: String) -> PublishAnswer {
        PublishAnswer(
            status: 200, isComplete: true, bytesSent: 321,
            reading: .reply(
                SentReply(remoteID: remoteID, url: "https://social.example/\(remoteID)", at: now + 600)))
    }

    static func answer(status: Int?, retryAfter: Seconds? = nil) -> PublishAnswer {
        PublishAnswer(
            status: status, isComplete: status != nil, bytesSent: 321, curlCode: status == nil ? 56 : nil,
            retryAfter: retryAfter, reading: .nothing)
    }

    struct Unexpected: Error {}
}

extension Store {
    /// Saves and approves a draft whose row is `id`.
    func queue(
        _ id: String = "o1", draft: String = "d1", answering root: String = "p1", _ words: String = "Das tut uns leid."
    ) async throws -> OutboxEntry {
        let draft = try ReplySample.draft(draft, answering: root, words)
        guard try await save(draft) == .committed else { throw ReplySample.Unexpected() }
        let (decision, row) = try ReplySample.approval(of: draft, row: id)
        guard try await decide(decision, sending: row) == .committed else { throw ReplySample.Unexpected() }
        return try await entry(id)
    }

    func entry(_ id: String) async throws -> OutboxEntry {
        guard let entry = try await outbox(idPrefix: id).first(where: { $0.id == id }) else {
            throw ReplySample.Unexpected()
        }
        return entry
    }

    /// Takes one step of the row as it stands.
    @discardableResult
    func step(_ id: String, on event: OutboxEvent, at minutes: Int64) async throws -> CommitOutcome {
        let change = try ReplySample.change(on: event, of: try await entry(id), at: minutes)
        return try await commit(OutboxCommit(change))
    }

    func draftIDs() async throws -> [String] {
        try await drafts(before: nil, limit: 99).map(\.draft.id)
    }
}
