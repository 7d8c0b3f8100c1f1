import Dialogue
import ServiceHours
import TestSupport

/// One approved reply on its way to a platform, and what tests say happened to it.
struct PublishingWorld {
    static let epoch = "here"
    static let text = "Sorry, Anna."
    static let brand = "brand-id"

    var profile: PublishProfile
    var row: OutboxRow
    var attempts: [Attempt] = []
    var now: Instant
    var epoch = Self.epoch
    var boot = "boot-1"

    init(_ profile: PublishProfile = .mastodon, expiresAt: Instant? = nil) throws {
        self.profile = profile
        let reply = try ApprovalWorld.approvedReply(Self.text, expiresAt: expiresAt)
        row = OutboxRow(
            reply, id: "o1", request: Self.request(keyed: profile.isKeyed), profile: profile, epoch: Self.epoch)
        now = reply.approvedAt
    }

    static func request(keyed: Bool) -> FrozenRequest {
        FrozenRequest(
            method: "POST", path: "/api/v1/statuses", contentType: "application/json",
            body: Array(#"{"status":"Sorry, Anna."}"#.utf8), key: keyed ? "k-1" : nil)
    }

    var machine: OutboxMachine { OutboxMachine(profile: profile, author: Self.brand) }
    var moment: PublishMoment {
        PublishMoment(
            now: now, boot: BootTime(id: boot, seconds: now.seconds - 1_772_000_000), epoch: epoch)
    }
    var state: OutboxState { row.progress.state }
    var reason: OutboxReason? { row.progress.reason }

    func decide(_ event: OutboxEvent) -> OutboxDecision {
        machine.decide(on: event, for: row, attempts: attempts, at: moment)
    }

    /// Performs what `event` leads to, as a store would.
    @discardableResult
    mutating func take(_ event: OutboxEvent) -> OutboxDecision {
        let decision = decide(event)
        if case .change(let change) = decision { apply(change) }
        return decision
    }

    mutating func apply(_ change: OutboxChange) {
        guard change.fromState == row.progress.state, change.fromAttempts == row.progress.attempts else { return }
        row = Self.row(row, with: change.to)
        if let closed = change.closed { attempts = attempts.map { $0.number == closed.number ? closed : $0 } }
        if let opened = change.opened { attempts.append(opened) }
    }

    /// The row as a store that holds other progress would give it back.
    static func row(_ row: OutboxRow, with progress: OutboxProgress) -> OutboxRow {
        guard
            let read = try? OutboxRow(
                stored: row.id, approval: row.approval, body: row.body.bytes, request: row.request, seal: row.seal,
                progress: progress)
        else { return row }
        return read
    }

    /// Opens the next attempt after a clean look.
    mutating func send() { take(.preflight(clean)) }

    /// Brings the row to `state` by a way that leads there.
    mutating func wait() {
        now = max(now, row.progress.nextAt)
    }

    // MARK: Sights

    var target: TargetSight.Target { .standing(row.approval.target.hash) }
    var clean: TargetSight { TargetSight(target: target, replies: [], isComplete: true) }
    var incomplete: TargetSight { TargetSight(target: nil, replies: [], isComplete: false) }

    func seeing(_ replies: [SeenReply], isComplete: Bool = true) -> TargetSight {
        TargetSight(target: target, replies: replies, isComplete: isComplete)
    }

    func reply(
        _ id: String, text: String = PublishingWorld.text, author: String = PublishingWorld.brand,
        parent: String? = "a2", after seconds: Seconds = 0, isBound: Bool = false
    ) -> SeenReply {
        SeenReply(
            remoteID: id, url: "https://social.example/\(id)", author: author, parent: parent,
            at: row.approval.approvedAt + seconds, text: text, isBound: isBound)
    }

    // MARK: Answers

    static func answer(
        _ status: Int?, complete: Bool = true, bytes: Int64 = 300, retryAfter: Seconds? = nil,
        _ reading: PublishAnswer.Reading = .nothing
    ) -> PublishAnswer {
        PublishAnswer(
            status: status, isComplete: complete, bytesSent: bytes, curlCode: status == nil ? 28 : nil,
            retryAfter: retryAfter, reading: reading)
    }

    static let yes = answer(200, .reply(SentReply(remoteID: "r1", url: "https://social.example/r1", at: nil)))
    static let unclear = answer(nil, complete: false)
    static let notSent = answer(nil, complete: false, bytes: 0)
    static let refused = answer(422, .refusal(.plain, words: "Validation failed"))
    static let acceptedNoID = answer(200, complete: false)
}
