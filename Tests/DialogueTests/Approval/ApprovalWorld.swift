import Dialogue
import ServiceHours
import TestSupport

/// Anna waits an hour for a train, the brand asks where, Ben chimes in.
struct ApprovalWorld {
    static let start = SmallThread.start

    var thread: SmallThread

    init() {
        var thread = SmallThread()
        thread.say("a1", by: "anna", .complaint, at: 0, names: ["brand"])
        thread.say("b1", by: "brand", .chat, at: 5, to: "a1")
        thread.say("a2", by: "anna", .complaint, at: 9, to: "b1")
        thread.say("n1", by: "ben", .chat, at: 10, to: "a2")
        self.thread = thread
    }

    /// Anna's conversation as it stands.
    func conversation() throws -> Conversation {
        try Self.conversation(of: thread.posts)
    }

    static func conversation(of posts: [ThreadPost]) throws -> Conversation {
        let reader = ConversationReader(
            accounts: AccountBook([SmallThread.account]), policies: try TestPolicies.roundTheClock(first: 30, next: 60))
        let key = ThreadKey(network: SmallThread.network, root: "a1")
        return try found(reader.conversations(in: key, posts: posts).first { $0.opener.id == "anna" })
    }

    static func draft(
        _ text: String = "Sorry, Anna.", in conversation: Conversation, findings: [CheckFinding] = [],
        expiresAt: Instant? = nil
    ) throws -> Draft {
        try found(
            Draft(
                id: "d1", answering: "a2", in: conversation, body: ReplyText(text), origin: .template("complaint"),
                findings: findings, createdAt: start + 600, expiresAt: expiresAt))
    }

    /// A reply that Eva approved, eleven minutes after the start.
    static func approvedReply(_ text: String = "Sorry, Anna.", expiresAt: Instant? = nil) throws -> ApprovedReply {
        let conversation = try ApprovalWorld().conversation()
        let draft = try draft(text, in: conversation, expiresAt: expiresAt)
        let review = try Review.waiting(draft).approve(
            by: "Eva", at: start + 660, expecting: draft.hash, in: conversation)
        guard case .approved(let reply) = review else { throw Missing() }
        return reply
    }

    static func found<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    struct Missing: Error {}
}
