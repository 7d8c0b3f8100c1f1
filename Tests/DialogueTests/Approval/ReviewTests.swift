import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `A review` {
    typealias World = ApprovalWorld

    private func approve(
        _ draft: Draft, hash: String? = nil, by name: String = "Eva", after seconds: Seconds = 660,
        in conversation: Conversation?
    ) throws(ReviewError) -> Review {
        try Review.waiting(draft).approve(
            by: name, at: World.start + seconds, expecting: hash ?? draft.hash, in: conversation)
    }

    @Test func `lets through what a named person has read`() throws {
        let conversation = try World().conversation()
        let draft = try World.draft(in: conversation)
        let review = try approve(draft, by: "  Eva ", in: conversation)
        #expect(review.state(at: World.start, in: nil) == .approved(by: "Eva", at: World.start + 660))
        #expect(throws: ReviewError.alreadyDecided) {
            try review.approve(by: "Ben", at: World.start, expecting: draft.hash, in: conversation)
        }
        #expect(throws: ReviewError.alreadyDecided) { try review.reject(by: "Ben", at: World.start, reason: "no") }
    }

    @Test(arguments: ["", " ", "\u{200B}\u{200B}", "Eva\nadmin", "Eva\u{0}", "…", String(repeating: "e", count: 201)])
    func `needs a name that can be read`(name: String) throws {
        let conversation = try World().conversation()
        let draft = try World.draft(in: conversation)
        #expect(throws: ReviewError.nameless) { try approve(draft, by: name, in: conversation) }
    }

    @Test func `takes no other words, none that have run out, none that a check blocks, none that cannot be sent`()
        throws
    {
        let conversation = try World().conversation()
        let draft = try World.draft(in: conversation)
        #expect(throws: ReviewError.otherWords(current: draft.hash)) { try approve(draft, hash: "0", in: conversation) }
        let brief = try World.draft(in: conversation, expiresAt: World.start + 659)
        #expect(throws: ReviewError.expired(at: World.start + 659)) { try approve(brief, in: conversation) }
        #expect(Review.waiting(brief).state(at: World.start + 660, in: conversation).word == "expired")
        let blocking = CheckFinding(rule: "link", level: .block, message: "unlisted")
        let warning = CheckFinding(rule: "length", level: .warn, message: "long")
        #expect(throws: ReviewError.blocked([blocking])) {
            try approve(World.draft(in: conversation, findings: [warning, blocking]), in: conversation)
        }
        #expect(try approve(World.draft(in: conversation, findings: [warning]), in: conversation).decision != nil)
        for (text, fault) in [
            ("", .empty), (" \n\u{A0}", .empty), ("a\u{0}b", .controlCharacter), ("a\u{9B}b", .controlCharacter),
            (String(repeating: "ä", count: 60_000), .tooLong),
        ] as [(String, ReplyText.Fault)] {
            #expect(throws: ReviewError.unusableText(fault)) {
                try approve(World.draft(text, in: conversation), in: conversation)
            }
        }
    }

    @Test(
        "is stale when the two sides have moved, not when a bystander speaks",
        arguments: [
            ("nothing", nil), ("a bystander speaks", nil), ("a bystander deletes", nil),
            ("the customer speaks", .conversationMoved), ("the brand speaks", .conversationMoved),
            ("the target is edited", .targetEdited), ("the target is deleted", .targetGone),
            ("the customer edits another post", .conversationMoved), ("the brand deletes", .conversationMoved),
            ("the conversation is gone", .targetGone),
        ] as [(String, Staleness?)])
    func staleness(event: String, expected: Staleness?) throws {
        var world = World()
        let draft = try World.draft(in: try world.conversation())
        var posts = world.thread.posts
        switch event {
        case "a bystander speaks": world.thread.say("n2", by: "carla", .chat, at: 12, to: "a2")
        case "a bystander deletes": posts[3].deletedAt = World.start
        case "the customer speaks": world.thread.say("a3", by: "anna", .complaint, at: 12, to: "a2")
        case "the brand speaks": world.thread.say("b2", by: "brand", .chat, at: 12, to: "a2")
        case "the target is edited": posts[2].hash = ContentHash(of: "edited")
        case "the target is deleted": posts[2].deletedAt = World.start
        case "the customer edits another post": posts[0].hash = ContentHash(of: "edited")
        case "the brand deletes": posts[1].deletedAt = World.start
        default: break
        }
        let now = world.thread.posts.count > posts.count ? world.thread.posts : posts
        let conversation = event == "the conversation is gone" ? nil : try World.conversation(of: now)
        #expect(draft.staleness(in: conversation) == expected)
        if let expected {
            #expect(throws: ReviewError.stale(expected, current: draft.hash)) { try approve(draft, in: conversation) }
            #expect(Review.waiting(draft).state(at: World.start, in: conversation) == .stale(expected))
        }
    }

    @Test func `can be rebuilt from its facts, and from no others`() throws {
        let conversation = try World().conversation()
        let draft = try World.draft(in: conversation, expiresAt: World.start + 9000)
        let review = try approve(draft, in: conversation)
        guard case .approved(let reply) = review else { throw World.Missing() }
        #expect(try Review(of: draft, decision: review.decision) == review)
        #expect(try Review(of: draft, decision: nil) == .waiting(draft))

        let other = try World.draft("Sorry, Ben.", in: conversation, expiresAt: World.start + 9000)
        #expect(throws: ReviewError.self) { try Review(of: other, decision: review.decision) }
        for record in Self.forgeries(of: reply.record) {
            #expect(throws: ReviewError.tampered("the approval")) {
                try Review(of: draft, decision: .approved(record))
            }
        }
        let rejected = try Review.waiting(draft).reject(by: "Eva", at: World.start, reason: "too cold")
        #expect(try Review(of: draft, decision: rejected.decision) == rejected)
        #expect(rejected.state(at: World.start, in: nil) == .rejected(by: "Eva", reason: "too cold"))
        #expect(throws: ReviewError.noReason) {
            try Review.waiting(draft).reject(by: "Eva", at: World.start, reason: " ")
        }
    }

    @Test func `a tampered outbox row is refused`() throws {
        let reply = try World.approvedReply()
        let request = PublishingWorld.request(keyed: true)
        let row = OutboxRow(reply, id: "o1", request: request, profile: .mastodon, epoch: "e")
        func read(
            id: String = "o1", approval: ApprovalRecord? = nil, body: [UInt8]? = nil, request: FrozenRequest? = nil,
            seal: String? = nil
        ) throws -> OutboxRow {
            try OutboxRow(
                stored: id, approval: approval ?? row.approval, body: body ?? row.body.bytes,
                request: request ?? row.request, seal: seal ?? row.seal, progress: row.progress)
        }
        #expect(try read() == row)
        #expect(throws: ReviewError.self) { try read(id: "o2") }
        #expect(throws: ReviewError.self) { try read(body: Array("Sorry, Ben.".utf8)) }
        #expect(throws: ReviewError.self) { try read(body: row.body.bytes + [0xFF]) }
        #expect(throws: ReviewError.self) { try read(seal: "") }
        for record in Self.forgeries(of: row.approval) {
            #expect(throws: ReviewError.self) { try read(approval: record) }
        }
        for other in [
            FrozenRequest(
                method: "PUT", path: request.path, contentType: request.contentType, body: request.body,
                key: request.key),
            FrozenRequest(
                method: "POST", path: "/x", contentType: request.contentType, body: request.body, key: request.key),
            FrozenRequest(
                method: "POST", path: request.path, contentType: "text/html", body: request.body, key: request.key),
            FrozenRequest(
                method: "POST", path: request.path, contentType: request.contentType, body: [], key: request.key),
            FrozenRequest(
                method: "POST", path: request.path, contentType: request.contentType, body: request.body, key: nil),
            FrozenRequest(
                method: "POST", path: request.path, contentType: request.contentType, body: request.body, key: ""),
        ] { #expect(throws: ReviewError.self) { try read(request: other) } }
    }

    /// The record with one field changed at a time.
    private static func forgeries(of record: ApprovalRecord) -> [ApprovalRecord] {
        let target = record.target
        func forged(
            draft: String? = nil, version: Int? = nil, conversation: String? = nil, account: String? = nil,
            target other: DraftTarget? = nil, revision: String? = nil, bodyHash: String? = nil, reviewer: String? = nil,
            at: Instant? = nil, expires: Instant? = nil, seal: String? = nil
        ) -> ApprovalRecord {
            ApprovalRecord(
                draft: draft ?? record.draft, version: version ?? record.version,
                conversation: conversation ?? record.conversation, account: account ?? record.account,
                target: other ?? target, revision: revision.map { ConversationRevision(hex: $0) } ?? record.revision,
                bodyHash: bodyHash ?? record.bodyHash, reviewer: reviewer ?? record.reviewer,
                approvedAt: at ?? record.approvedAt, wordsExpireAt: expires ?? record.wordsExpireAt,
                seal: seal ?? record.seal)
        }
        let elsewhere = PostKey(network: target.key.network, remoteID: "a1")
        return [
            forged(draft: "d2"), forged(version: 2), forged(conversation: "c2"), forged(account: "other"),
            forged(target: DraftTarget(key: elsewhere, hash: target.hash, visibility: target.visibility)),
            forged(target: DraftTarget(key: target.key, hash: ContentHash(of: "x"), visibility: target.visibility)),
            forged(target: DraftTarget(key: target.key, hash: target.hash, visibility: .direct)),
            forged(revision: "0"), forged(bodyHash: ReplyText("x").hash), forged(reviewer: "Ben"),
            forged(at: record.approvedAt + 1), forged(expires: World.start + 1), forged(seal: ""),
        ]
    }
}

@Suite struct `A draft` {
    typealias World = ApprovalWorld

    @Test func `is edited into its next version, for what the conversation says then`() throws {
        var world = World()
        let draft = try World.draft(in: try world.conversation())
        #expect(draft.version == 1)
        #expect(draft.origin.word == "complaint")
        #expect(Review.waiting(draft).state(at: World.start, in: try world.conversation()) == .proposed)
        world.thread.say("a3", by: "anna", .complaint, at: 12, to: "a2")
        let now = try world.conversation()
        #expect(draft.staleness(in: now) == .conversationMoved)
        let edited = try World.found(
            draft.edited(ReplyText("Better."), by: "Eva", findings: [], at: World.start + 900, expiresAt: nil, in: now))
        #expect(edited.version == 2)
        #expect(edited.hash == ReplyText("Better.").hash)
        #expect(Review.waiting(edited).state(at: World.start, in: now) == .edited(by: "Eva"))
        #expect(edited.origin.word == "by hand")
    }

    @Test func `takes another of its candidates`() throws {
        let conversation = try World().conversation()
        let candidate = OfferedText(text: ReplyText("Shorter."), origin: .template("short"), findings: [])
        let draft = try World.found(
            Draft(
                id: "d1", answering: "a2", in: conversation, body: ReplyText("Long."), origin: .template("long"),
                candidates: [candidate], createdAt: World.start))
        let chosen = try World.found(
            draft.choosing(candidate: 0, at: World.start, in: conversation))
        #expect(chosen.body.text == "Shorter.")
        #expect(chosen.origin == .template("short"))
        for index in [-1, 1, .max] {
            #expect(draft.choosing(candidate: index, at: World.start, in: conversation) == nil)
        }
    }

    @Test func `answers no post that is not there`() throws {
        let conversation = try World().conversation()
        #expect(
            Draft(
                id: "d", answering: "zz", in: conversation, body: ReplyText("x"), origin: .template("t"),
                createdAt: World.start) == nil)
    }
}

@Suite struct `The words of a reply` {
    @Test func `are hashed in normal form C`() {
        let composed = ReplyText("Grüße"), decomposed = ReplyText("Gru\u{308}ße")
        #expect(composed.hash == decomposed.hash)
        #expect(composed.bytes == decomposed.bytes)
        #expect(ReplyText("abc").hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `are read back only as they were hashed`() throws {
        let text = ReplyText("Grüße")
        #expect(try ReplyText(stored: text.bytes, hash: text.hash) == text)
        #expect(throws: ReviewError.self) { try ReplyText(stored: text.bytes, hash: ReplyText("x").hash) }
        // Other bytes of the same letters are not what was approved, whatever their hash.
        let decomposed = Array("Gru\u{308}ße".utf8)
        #expect(throws: ReviewError.self) { try ReplyText(stored: decomposed, hash: text.hash) }
    }

    @Test func `of any length take linear time`() {
        for part in ["\u{301}", "a\u{323}\u{307}", "\u{1F468}\u{200D}", "\u{0}", "\u{FB2C}", "\u{1D160}"] {
            let text = ReplyText(String(repeating: part, count: 300_000))
            #expect(text.fault != nil)
            #expect(text.bytes.count <= 3 * ReplyText.longest)
        }
    }
}
