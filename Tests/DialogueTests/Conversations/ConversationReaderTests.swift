import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `Conversations in a thread` {
    private func read(_ thread: SmallThread, accounts: [Account] = [SmallThread.account]) throws -> [Conversation] {
        let reader = ConversationReader(
            accounts: AccountBook(accounts), policies: try TestPolicies.roundTheClock(first: 30, next: 60))
        let key = ThreadKey(network: SmallThread.network, root: thread.posts.first?.remoteID ?? "")
        return reader.conversations(in: key, posts: thread.posts)
    }

    private func roles(_ conversation: Conversation) -> [String: Role] {
        Dictionary(conversation.members.map { ($0.post.author.id, $0.role) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `a post on the page opens a conversation that is owed an answer`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        let conversation = try #require(try read(thread).first)
        #expect(conversation.opener.id == "anna")
        #expect(conversation.record.wait?.origin == "1")
        #expect(conversation.record.state(at: SmallThread.start) == .open)
    }

    @Test func `what does not address the brand opens nothing`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0)
        thread.say("2", by: "ben", at: 1, to: "1")
        #expect(try read(thread).isEmpty)
    }

    @Test func `a comment under the brand's own post opens a conversation`() throws {
        var thread = SmallThread()
        thread.say("news", by: "brand", .chat, at: 0)
        thread.say("1", by: "anna", .question, at: 5, to: "news")
        thread.say("2", by: "ben", .question, at: 6, to: "news")
        #expect(try read(thread).map(\.opener.id) == ["anna", "ben"])
    }

    @Test func `an answer goes to the conversation it replies to and to those it names`() throws {
        var thread = SmallThread()
        thread.say("news", by: "brand", .chat, at: 0)
        thread.say("1", by: "anna", at: 1, to: "news")
        thread.say("2", by: "ben", at: 2, to: "news")
        thread.say("3", by: "carla", at: 3, to: "news")
        thread.say("x", by: "brand", .chat, at: 10, to: "1", names: ["ben"])
        let owed = try read(thread).filter { $0.record.wait != nil }.map(\.opener.id)
        #expect(owed == ["carla"])
    }

    @Test func `a bystander's words belong to the conversation and open no wait`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("2", by: "ben", .chat, at: 1, to: "1")
        thread.say("x", by: "brand", .chat, at: 5, to: "1")
        thread.say("3", by: "ben", .chat, at: 6, to: "2")
        let conversations = try read(thread)
        let conversation = try #require(conversations.first)
        #expect(conversations.count == 1)
        #expect(roles(conversation) == ["anna": .opener, "ben": .bystander, "brand": .brand])
        #expect(conversation.record.wait == nil)
        #expect(conversation.record.state(at: SmallThread.start + 600) == .waiting)
    }

    @Test func `every comment keeps its own author`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        for (index, name) in ["ben", "carla", "dilek"].enumerated() {
            thread.say("b\(index)", by: name, .chat, at: Int64(index + 1), to: "1")
        }
        let authors = try #require(try read(thread).first).members.map(\.post.author.id)
        #expect(authors == ["anna", "ben", "carla", "dilek"])
    }

    @Test func `a bystander who turns to the brand has a conversation of their own`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("2", by: "ben", at: 1, to: "1", names: ["brand"])
        let conversations = try read(thread)
        #expect(conversations.map(\.opener.id) == ["anna", "ben"])
        #expect(roles(conversations[0])["ben"] == .affectedPeer)
    }

    @Test func `what somebody said beside another's matter stays there when they turn to the brand later`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("2", by: "jost", .chat, at: 1, to: "1")
        thread.say("x", by: "brand", .chat, at: 5, to: "1")
        thread.say("3", by: "jost", .question, at: 6, to: "x")
        let conversations = try read(thread)
        #expect(conversations.map(\.opening.remoteID) == ["1", "3"])
        #expect(conversations[0].members.map(\.post.remoteID) == ["1", "2", "x"])
        #expect(conversations[1].members.map(\.post.remoteID) == ["3"])
    }

    @Test func `a peer whom the brand thanks while it answers the opener is a helper, not a customer`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", .question, at: 0, onPage: true)
        thread.say("2", by: "ben", .chat, at: 1, to: "1")
        thread.say("x", by: "brand", .chat, at: 5, to: "2", names: ["anna", "ben"])
        let conversations = try read(thread)
        #expect(conversations.map(\.opener.id) == ["anna"])
        #expect(conversations[0].record.wait == nil)
        #expect(roles(conversations[0])["ben"] == .helper)
    }

    @Test func `somebody thanked by the opener is a helper`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", .question, at: 0, onPage: true)
        thread.say("2", by: "ben", .chat, at: 1, to: "1")
        thread.say("3", by: "anna", .closing, at: 2, to: "2")
        #expect(roles(try #require(try read(thread).first))["ben"] == .helper)
    }

    @Test func `spam is noise and opens no wait`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("2", by: "bot", .chat, at: 1, to: "1", flags: .spam)
        thread.say("3", by: "bot2", .question, at: 1, onPage: true, flags: .spam)
        let conversations = try read(thread)
        #expect(roles(conversations[0])["bot"] == .noise)
        #expect(conversations.last?.record.wait == nil)
    }

    @Test func `the opener speaking to a bystander opens no new wait`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("x", by: "brand", .chat, at: 5, to: "1")
        thread.say("2", by: "ben", .chat, at: 6, to: "1")
        thread.say("3", by: "anna", .question, at: 7, to: "2")
        #expect(try read(thread).first?.record.wait == nil)
        thread.say("4", by: "anna", .question, at: 8, to: "1", names: ["ben"])
        #expect(try read(thread).first?.record.wait == nil)
        thread.say("5", by: "anna", .question, at: 9, to: "x")
        #expect(try read(thread).first?.record.wait?.origin == "5")
    }

    @Test(arguments: [Intent.closing, .praise])
    func `thanks and goodbyes are recorded and owe nothing`(intent: Intent) throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("x", by: "brand", .chat, at: 5, to: "1")
        thread.say("2", by: "anna", intent, at: 7, to: "x")
        let conversation = try #require(try read(thread).first)
        #expect(conversation.record.wait == nil)
        #expect(conversation.clocks.count == 1)
        #expect(conversation.members.count == 3)
    }

    @Test func `a detail sent after our question is owed an answer, whatever triage calls it`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("x", by: "brand", .question, at: 5, to: "1")
        thread.say("2", by: "anna", .chat, at: 7, to: "x", needsAnswer: false)
        let conversation = try #require(try read(thread).first)
        #expect(conversation.record.wait?.kind == .nextResponse)
        #expect(conversation.members.last?.claim == .followUp)
    }

    @Test func `what the brand takes up is a conversation although it did not address the brand`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", .chat, at: 0, needsAnswer: false)
        thread.say("x", by: "brand", .chat, at: 90, to: "1")
        let conversation = try #require(try read(thread).first)
        #expect(conversation.reason == .answeredByBrand)
        #expect(conversation.record.firstResponse?.state(at: SmallThread.start + 9000) == .breached)
    }

    @Test func `two brands in one thread have conversations of their own`() throws {
        let other = Account(
            name: "other", platform: "export", network: SmallThread.network,
            author: Author(id: "other", handle: "other"))
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, names: ["brand", "other"])
        thread.say("x", by: "brand", .chat, at: 5, to: "1")
        let conversations = try read(thread, accounts: [SmallThread.account, other])
        #expect(conversations.map(\.account.name) == ["brand", "other"])
        #expect(conversations.map { $0.record.wait == nil } == [true, false])
        #expect(Set(conversations.map(\.id)).count == 2)
    }

    @Test func `history is threaded and never due`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true, isLive: false)
        let record = try #require(try read(thread).first).record
        #expect(record.isHistory)
        #expect(record.wait == nil)
        #expect(record.firstResponse?.dueAt != nil)
        #expect(record.state(at: SmallThread.start) == .open)
    }

    @Test func `a narrower answer than the question is none that the public could see`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("x", by: "brand", .chat, at: 5, to: "1", visibility: .direct)
        #expect(try read(thread).first?.record.wait != nil)
    }

    @Test func `an answer dated before its question counts from the question`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 10, onPage: true)
        thread.say("x", by: "brand", .chat, at: 9, to: "1")
        let clock = try #require(try read(thread).first?.clocks.first)
        #expect(clock.ending == .answered(by: "x", at: SmallThread.start + 600))
    }

    @Test func `a conversation whose posts were all taken back is cancelled`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true, deletedAt: 10)
        let record = try #require(try read(thread).first).record
        #expect(record.state(at: SmallThread.start + 700) == .cancelled)
        #expect(record.wait == nil)
    }

    @Test func `a week of silence after the brand's part resolves`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("x", by: "brand", .chat, at: 5, to: "1")
        let record = try #require(try read(thread).first).record
        #expect(record.state(at: SmallThread.start + 7 * 86_400) == .waiting)
        #expect(record.state(at: SmallThread.start + 300 + 7 * 86_400) == .resolved)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a page with five thousand comments, or a chain as long, is read in one pass`() throws {
        var wide = SmallThread()
        wide.say("news", by: "brand", .chat, at: 0)
        for index in 0..<5_000 { wide.say("c\(index)", by: "a\(index)", at: Int64(index), to: "news") }
        #expect(try read(wide).count == 5_000)
        var deep = SmallThread()
        deep.say("0", by: "anna", at: 0, onPage: true)
        for index in 1..<5_000 {
            deep.say("\(index)", by: "b\(index % 7)", .chat, at: Int64(index), to: "\(index - 1)")
        }
        #expect(try read(deep).first?.members.count == 5_000)
    }

    @Test(
        "a crisis is owed an answer whatever else it looks like", arguments: [Intent.closing, .praise, .chat, .abuse])
    func crisis(intent: Intent) throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", intent, at: 0, onPage: true, needsAnswer: false, flags: [.crisis, .spam])
        let conversation = try #require(try read(thread).first)
        #expect(conversation.members.first?.claim == .needed)
        #expect(conversation.record.wait?.origin == "1")
        #expect(conversation.record.flags.contains(.crisis))
    }

    @Test func `a crisis in our threads opens a conversation, to whomever it was told`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        thread.say("2", by: "ben", .chat, at: 1, to: "1", names: ["anna"], flags: .crisis)
        thread.say("3", by: "carla", .chat, at: 2, to: "1", names: ["anna"])
        let conversations = try read(thread)
        #expect(conversations.map(\.opener.id) == ["anna", "ben"])
        #expect(conversations.last?.reason == .crisis)
        #expect(conversations.last?.record.wait?.origin == "2")
    }

    @Test func `a crisis in a thread that has nothing to do with the brand opens nothing`() throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, flags: .crisis)
        thread.say("2", by: "ben", .chat, at: 1, to: "1", flags: .crisis)
        #expect(try read(thread).isEmpty)
    }
}
