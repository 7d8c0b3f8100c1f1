import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Decisions in a store` {
    static let all: [ConversationDecision] = {
        let kinds: [ConversationDecision.Kind] = [
            .pause(until: Sample.start + 60, isAskedFor: true), .pause(until: nil, isAskedFor: false), .resume,
            .resolve, .reopen, .priority("vip, \u{e4}"), .answeredByPeer(post: "h 1"), .automatic(post: "b1"),
            .mergedInto(post: "p9"), .absorbs(post: "p8"),
        ]
        return kinds.enumerated().map { index, kind in
            ConversationDecision(
                account: "brand", post: "p1", kind: kind, at: Sample.start + Int64(100 - index), person: "Eva",
                reason: index.isMultiple(of: 2) ? "because: 'so'" : nil)
        }
    }()

    @Test(arguments: Keeper.allCases)
    func `come back with their thread, in the order in which they were taken`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            var page = PageCommit()
            page.threads = [
                ThreadCommit(
                    key: Sample.thread("r1"), replaces: [:], posts: [Sample.write("p1", to: "r1")], marks: [],
                    conversations: [], decisions: Array(Self.all.prefix(4)))
            ]
            #expect(try await store.commit(page) == .committed)
            page.threads = [
                ThreadCommit(
                    key: Sample.thread("r1"), replaces: [Sample.thread("r1"): 1], posts: [], marks: [],
                    conversations: [], decisions: Array(Self.all.dropFirst(4)))
            ]
            #expect(try await store.commit(page) == .committed)
            #expect(try await store.thread(Sample.thread("r1"))?.decisions == Self.all)
            #expect(try await store.threads(touchedBy: [Sample.id("p1")]).first?.decisions == Self.all)

            // Nobody overwrites what somebody else has just decided.
            #expect(try await store.commit(page) == .superseded)
            #expect(try await store.thread(Sample.thread("r1"))?.decisions.count == Self.all.count)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `follow their thread when it is joined to another`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            for (root, post, decisions) in [
                ("r1", "p1", Self.all.prefix(2)), ("r2", "p2", Self.all.dropFirst(2).prefix(2)),
            ] {
                var page = PageCommit()
                page.threads = [
                    ThreadCommit(
                        key: Sample.thread(root), replaces: [:], posts: [Sample.write(post, to: root)], marks: [],
                        conversations: [], decisions: Array(decisions))
                ]
                #expect(try await store.commit(page) == .committed)
            }
            let join = Sample.commit(
                "r1", replacing: ["r1": 1, "r2": 1], [Sample.write("r2", to: "p1")])
            #expect(try await store.commit(Sample.page(join)) == .committed)
            #expect(try await store.thread(Sample.thread("r1"))?.decisions == Array(Self.all.prefix(4)))
        }
    }
}
