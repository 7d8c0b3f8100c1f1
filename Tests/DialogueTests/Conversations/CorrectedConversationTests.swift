import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `A conversation whose posts were corrected` {
    /// `minutes` after the start.
    private static func at(_ minutes: Int64) -> Instant { SmallThread.start + minutes * 60 }

    private static func correction(
        _ post: String, _ label: CorrectableLabel, _ word: String, at minutes: Int64 = 90
    ) -> Correction {
        Correction(
            post: post, hash: ContentHash(of: post), label: label, word: word, person: "Eva", at: at(minutes))
    }

    private func read(
        _ thread: SmallThread, _ corrections: [Correction], decisions: [ConversationDecision] = []
    ) throws -> Conversation {
        let reader = ConversationReader(
            accounts: AccountBook([SmallThread.account]), policies: try TestPolicies.roundTheClock(first: 30, next: 60))
        let facts = ThreadFacts(
            key: ThreadKey(network: SmallThread.network, root: "1"), version: 1, posts: thread.posts,
            decisions: decisions, corrections: corrections)
        return try #require(reader.conversations(in: [facts]).first)
    }

    private static func page(_ intent: Intent, needsAnswer: Bool? = nil, isLive: Bool = true) -> SmallThread {
        var thread = SmallThread()
        thread.say("1", by: "anna", intent, at: 0, onPage: true, needsAnswer: needsAnswer, isLive: isLive)
        return thread
    }

    @Test(
        "is owed an answer as people say, whatever was read",
        arguments: [
            (Intent.chat, false, CorrectableLabel.needsAnswer, "true", AnswerClaim.needed),
            (.closing, false, .needsAnswer, "true", .needed), (.praise, false, .intent, "complaint", .needed),
            (.closing, false, .intent, "question", .needed), (.chat, false, .sentiment, "negative", .setAside),
            (.complaint, true, .needsAnswer, "false", .setAside), (.complaint, true, .intent, "closing", .closing),
            (.complaint, true, .intent, "praise", .praise), (.complaint, true, .intent, "chat", .setAside),
            (.complaint, true, .forUs, "false", .setAside), (.complaint, true, .urgency, "2", .needed),
        ])
    func claims(
        _ intent: Intent, _ needsAnswer: Bool, _ label: CorrectableLabel, _ word: String, _ claim: AnswerClaim
    ) throws {
        let conversation = try read(
            Self.page(intent, needsAnswer: needsAnswer), [Self.correction("1", label, word)])
        #expect(conversation.members.map(\.claim) == [claim])
        #expect((conversation.record.wait != nil) == claim.isOwed)
    }

    @Test func `counts from the post, and could not be known before somebody said so`() throws {
        let wait = try #require(
            try read(Self.page(.chat), [Self.correction("1", .needsAnswer, "true")]).record.wait)
        #expect(wait.startedAt == Self.at(0))
        #expect(wait.dueAt == Self.at(30))
        #expect(wait.seenAt == Self.at(90))
        // A word that only says again what was read tells nothing new.
        let known = try read(Self.page(.complaint), [Self.correction("1", .needsAnswer, "true")])
        #expect(known.record.wait?.seenAt == Self.at(0))
        // More urgent than was read: that, too, nobody could know before.
        let urgent = try read(Self.page(.complaint), [Self.correction("1", .urgency, "2")])
        #expect(urgent.record.wait?.seenAt == Self.at(90))
        #expect(urgent.record.urgency == 2)
    }

    @Test func `never alarms in history`() throws {
        let record = try read(
            Self.page(.chat, isLive: false), [Self.correction("1", .needsAnswer, "true")]
        ).record
        #expect(record.isOwed)
        #expect(record.isHistory)
        #expect(record.wait == nil)
    }

    @Test func `a follow-up that people set aside prolongs nothing`() throws {
        var thread = Self.page(.complaint)
        thread.say("b", by: "brand", .chat, at: 5, to: "1")
        thread.say("2", by: "anna", .chat, at: 9, to: "b")
        #expect(try read(thread, []).record.wait?.origin == "2")
        for (label, word) in [(CorrectableLabel.needsAnswer, "false"), (.intent, "closing"), (.intent, "chat")] {
            #expect(try read(thread, [Self.correction("2", label, word)]).record.wait == nil, "\(label) \(word)")
        }
    }

    @Test func `an answer that came meanwhile has answered it`() throws {
        var thread = Self.page(.chat)
        thread.say("b", by: "brand", .chat, at: 20, to: "1")
        let conversation = try read(thread, [Self.correction("1", .needsAnswer, "true")])
        #expect(conversation.record.wait == nil)
        #expect(conversation.clocks.map { $0.state(at: Self.at(90)) } == [.met])
    }

    @Test func `what speaks to others is owed an answer only when people say that it is`() throws {
        var thread = Self.page(.complaint)
        thread.say("b", by: "brand", .chat, at: 5, to: "1")
        thread.say("h", by: "ben", .chat, at: 6, to: "1")
        thread.say("2", by: "anna", .chat, at: 7, to: "h", names: ["ben"])
        #expect(try read(thread, [Self.correction("2", .intent, "question")]).record.wait == nil)
        #expect(try read(thread, [Self.correction("2", .needsAnswer, "true")]).record.wait?.origin == "2")
    }

    @Test func `spam that is a complaint after all is owed an answer`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", .chat, at: 0, onPage: true, flags: .spam)
        #expect(try read(thread, [Self.correction("1", .sentiment, "negative")]).record.wait == nil)
        #expect(try read(thread, [Self.correction("1", .intent, "complaint")]).record.wait != nil)
        #expect(try read(thread, [Self.correction("1", .needsAnswer, "true")]).record.wait != nil)
    }

    @Test func `says its labels as corrected`() throws {
        let record = try read(
            Self.page(.complaint),
            [
                Self.correction("1", .intent, "question"), Self.correction("1", .language, "de"),
                Self.correction("1", .register, "du"),
            ]
        ).record
        #expect(record.intent == .question && record.language == .german && record.register == .du)
    }

    @Test func `the last word counts, and an edited post is read anew`() throws {
        let said = [Self.correction("1", .needsAnswer, "false"), Self.correction("1", .needsAnswer, "true", at: 80)]
        #expect(try read(Self.page(.complaint), said).record.wait != nil)
        #expect(try read(Self.page(.complaint), said.reversed()).record.wait == nil)
        let other = Correction(
            post: "1", hash: ContentHash(of: "before"), label: .needsAnswer, word: "false", person: "Eva",
            at: Self.at(90))
        let conversation = try read(Self.page(.complaint), [other])
        #expect(conversation.record.wait != nil)
        #expect(conversation.members.map(\.corrected) == [nil])
    }

    @Test func `a resolved matter stays so until somebody opens it`() throws {
        func decision(_ kind: ConversationDecision.Kind, at minutes: Int64) -> ConversationDecision {
            ConversationDecision(account: "brand", post: "1", kind: kind, at: Self.at(minutes), person: "Eva")
        }
        let said = [Self.correction("1", .needsAnswer, "true")]
        let resolved = decision(.resolve, at: 60)
        #expect(try read(Self.page(.chat), said, decisions: [resolved]).record.wait == nil)
        let reopened = try read(Self.page(.chat), said, decisions: [resolved, decision(.reopen, at: 95)])
        #expect(reopened.record.wait?.startedAt == Self.at(95))
    }

    // MARK: Taking a correction

    @Test func `takes each word once, of the post that waits unless another is named`() throws {
        var thread = Self.page(.complaint)
        thread.say("2", by: "anna", .question, at: 1, to: "1")
        thread.say("3", by: "ben", .chat, at: 2, to: "2")
        let conversation = try read(thread, [Self.correction("2", .intent, "question")])
        #expect(conversation.postInQuestion?.remoteID == "2")
        let (post, corrections) = try conversation.correcting(
            [.intent: "question", .needsAnswer: "true"], of: nil, by: "Eva", at: Self.at(99))
        #expect(post.remoteID == "2")
        #expect(corrections == [Self.correction("2", .needsAnswer, "true", at: 99)])
        #expect(
            try conversation.correcting([.intent: "chat"], of: "3", by: "Eva", at: Self.at(99)).corrections.count == 1)
    }

    @Test func `without a wait the customer's newest post is meant`() throws {
        var thread = Self.page(.chat)
        thread.say("2", by: "anna", .chat, at: 1, to: "1", names: ["brand"])
        thread.say("3", by: "anna", .chat, at: 2, to: "1", names: ["brand"], deletedAt: 3)
        #expect(try read(thread, []).postInQuestion?.remoteID == "2")
    }

    @Test(arguments: [("b", "brand-post"), ("nowhere", "no-post"), ("2", "deleted")])
    func `refuses what makes no sense`(_ post: String, _ code: String) throws {
        var thread = Self.page(.complaint)
        thread.say("b", by: "brand", .chat, at: 5, to: "1")
        thread.say("2", by: "anna", .question, at: 6, to: "b", deletedAt: 7)
        let conversation = try read(thread, [])
        #expect {
            _ = try conversation.correcting([.intent: "chat"], of: post, by: "Eva", at: Self.at(99))
        } throws: {
            ($0 as? DecisionRefusal)?.code == code
        }
    }

    // MARK: Drafts

    @Test(
        "a draft is stale when other words are called for",
        arguments: [
            (CorrectableLabel.language, "de", true), (.register, "du", true), (.intent, "question", true),
            (.needsAnswer, "false", true), (.sentiment, "negative", false), (.urgency, "2", false),
            (.intent, "complaint", false), (.irony, "true", false),
        ])
    func staleness(_ label: CorrectableLabel, _ word: String, _ isStale: Bool) throws {
        let thread = Self.page(.complaint)
        let before = try read(thread, [])
        let draft = try #require(
            Draft(
                id: "d", answering: "1", in: before, body: ReplyText("Sorry."), origin: .template("t"),
                createdAt: Self.at(10)))
        let after = try read(thread, [Self.correction("1", label, word, at: 20)])
        #expect(draft.staleness(in: after) == (isStale ? .conversationMoved : nil))
        #expect(!isStale || after.record.lastPostAt > draft.createdAt)
        // Whoever takes it back makes it fit again.
        let back = try read(
            thread,
            [Self.correction("1", label, word, at: 20)]
                + [
                    (CorrectableLabel.language, "en"), (.register, "none"), (.intent, "complaint"),
                    (.needsAnswer, "true"),
                ]
                .map { Self.correction("1", $0, $1, at: 21) })
        #expect(draft.staleness(in: back) == nil)
    }

    @Test func `threads carry their corrections through a page of arrivals`() throws {
        let thread = Self.page(.complaint)
        let facts = ThreadFacts(
            key: ThreadKey(network: SmallThread.network, root: "1"), version: 3, posts: thread.posts,
            corrections: [Self.correction("1", .needsAnswer, "false")])
        var intake = Intake(stored: [facts], now: Self.at(99))
        let reply = Post(
            key: PostKey(network: SmallThread.network, remoteID: "2"), parent: "1", author: Author(id: "ben"),
            at: Self.at(98), text: "2")
        intake.take(
            Arrival(reply, triage: SmallThread.triage(.chat), hash: ContentHash(of: "2")), isLive: true)
        #expect(intake.standing.map(\.corrections) == [facts.corrections])
        let edited = Post(
            key: PostKey(network: SmallThread.network, remoteID: "1"), parent: nil, author: Author(id: "anna"),
            at: Self.at(0), text: "edited", standsOnPage: true, mentions: ["brand"], editedAt: Self.at(97))
        intake.take(
            Arrival(edited, triage: SmallThread.triage(.complaint), hash: ContentHash(of: "edited")), isLive: true)
        let reader = ConversationReader(
            accounts: AccountBook([SmallThread.account]), policies: try TestPolicies.roundTheClock(first: 30, next: 60))
        #expect(reader.conversations(in: intake.standing).first?.record.wait != nil)
    }
}
