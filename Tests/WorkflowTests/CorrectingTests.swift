import Dialogue
import ServiceHours
import Storage
import TestSupport
import Testing
import Workflow

@Suite struct `Corrections at the desk` {
    private static func desk(_ store: any Store) throws -> DecisionDesk {
        DecisionDesk(
            store: store, accounts: AccountBook([SmallThread.account]),
            policies: try TestPolicies.roundTheClock(first: 30, next: 60), now: SmallThread.start + 600)
    }

    /// A thread in which Anna waits, stored as a run stores it.
    private static func stock(_ store: any Store) async throws {
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        let facts = ThreadFacts(
            key: ThreadKey(network: SmallThread.network, root: "1"), version: 0, posts: thread.posts)
        let reader = ConversationReader(
            accounts: AccountBook([SmallThread.account]), policies: try TestPolicies.roundTheClock(first: 30, next: 60))
        var page = PageCommit()
        page.threads = [
            ThreadCommit(
                key: facts.key, replaces: [:],
                posts: facts.posts.map { PostWrite(post: $0, text: $0.remoteID, language: nil, isCurrent: true) },
                marks: [], conversations: reader.conversations(in: [facts]).map(\.record))
        ]
        #expect(try await store.commit(page) == .committed)
    }

    @Test func `are tried again while others write to the same thread`() async throws {
        let memory = MemoryStore()
        try await Self.stock(memory)
        let store = RestlessStore(.superseded(3), over: memory)
        let corrected = try await Self.desk(store).correct([.needsAnswer: "false"], of: nil, in: "1", by: " Eva ")
        #expect(store.tries == 4)
        #expect(corrected.corrections.map(\.person) == ["Eva"])
        #expect(corrected.record.wait == nil)
        #expect(try await store.queue(dueUntil: nil, limit: 9).isEmpty)
        #expect(try await store.corrections().map(\.text) == ["1"])
    }

    @Test func `of many people at once are all kept, the last of each label holds`() async throws {
        let store = MemoryStore()
        try await Self.stock(store)
        let desk = try Self.desk(store)
        try await withThrowingTaskGroup { group in
            for index in 0..<8 {
                group.addTask {
                    _ = try await desk.correct(
                        [.intent: Intent.allCases[index].rawValue], of: "1", in: "1", by: "p\(index)")
                }
            }
            try await group.waitForAll()
        }
        let thread = try await store.thread(ThreadKey(network: SmallThread.network, root: "1"))
        #expect(Set(thread?.corrections.map(\.person) ?? []).count == 8)
        let held = try #require(try await store.corrections().first?.corrections.first)
        #expect(thread?.corrections.last == held)
        #expect(try await store.conversations(idPrefix: "").first?.intent.rawValue == held.word)
    }

    @Test func `need a name`() async throws {
        let store = MemoryStore()
        try await Self.stock(store)
        await #expect(throws: Problem.self) {
            try await Self.desk(store).correct([.needsAnswer: "false"], of: nil, in: "1", by: " \u{200B}")
        }
        #expect(try await store.corrections().isEmpty)
    }
}
