import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `Merged conversations` {
    private func thread(_ root: String, asks minutes: Int64, _ decisions: ConversationDecision.Kind...) -> ThreadFacts {
        var thread = SmallThread()
        thread.say(root, by: "anna", .question, at: minutes, names: ["brand"])
        return ThreadFacts(
            key: ThreadKey(network: SmallThread.network, root: root), version: 1, posts: thread.posts,
            decisions: decisions.map {
                ConversationDecision(
                    account: "brand", post: root, kind: $0, at: SmallThread.start + 3_000, person: "Eva")
            })
    }

    private func read(_ threads: [ThreadFacts]) throws -> [Conversation] {
        ConversationReader(
            accounts: AccountBook([SmallThread.account]),
            policies: try TestPolicies.roundTheClock(first: 30, next: 60)
        ).conversations(in: threads)
    }

    @Test func `a chain ends in one conversation with everything that was said`() throws {
        let conversations = try read([
            thread("a", asks: 0, .mergedInto(post: "b")),
            thread("b", asks: 10, .absorbs(post: "a"), .mergedInto(post: "c")),
            thread("c", asks: 20, .absorbs(post: "b")),
        ])
        #expect(conversations.map(\.mergedInto) == [conversations[2].id, conversations[2].id, nil])
        #expect(conversations.map { $0.record.wait?.origin } == [nil, nil, "a"])
        #expect(conversations[2].members.map(\.post.remoteID) == ["a", "b", "c"])
        #expect(conversations.map { $0.record.state(at: SmallThread.start + 3_600) } == [.resolved, .resolved, .open])
    }

    @Test func `a circle leaves its conversations as they are`() throws {
        let conversations = try read([
            thread("a", asks: 0, .mergedInto(post: "b")), thread("b", asks: 10, .mergedInto(post: "a")),
        ])
        #expect(conversations.map(\.mergedInto) == [nil, nil])
        #expect(conversations.map { $0.record.wait?.origin } == ["a", "b"])
    }

    @Test func `threads are grouped by what ties them together`() {
        let threads = [
            thread("a", asks: 0, .mergedInto(post: "c")), thread("b", asks: 0),
            thread("c", asks: 0, .absorbs(post: "a")),
            thread("d", asks: 0, .resolve), thread("e", asks: 0, .mergedInto(post: "gone")),
        ]
        #expect(ThreadGroups.groups(of: threads).map { $0.map(\.key.root) } == [["a", "c"], ["b"], ["d"], ["e"]])
    }
}
