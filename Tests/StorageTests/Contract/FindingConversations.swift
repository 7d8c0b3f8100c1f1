import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Finding conversations` {
    @Test(arguments: Keeper.allCases)
    func `a conversation comes back as it was committed`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let records = [
                Sample.conversation("a", opened: 3, wait: Sample.clock(dueAt: nil), firstResponse: nil),
                Sample.conversation(
                    "b", opened: 2, isHistory: true, isOwed: true,
                    firstResponse: Sample.clock(dueAt: 9, ending: .answered(by: "p7", at: Instant(seconds: 3)))),
                Sample.conversation(
                    "c", opened: 1, firstResponse: Sample.clock(dueAt: 9, ending: .cancelled(at: Instant(seconds: 4)))),
                Sample.conversation("d"),
            ]
            _ = try await store.commit(Sample.commit("r1", [Sample.write("p1", to: "r1")], conversations: records))
            #expect(try await store.conversations(matching: ConversationFilter(), before: nil, limit: 9) == records)
            #expect(try await store.totals() == StoreTotals(posts: 1, conversations: 4, waits: 1, quarantined: 0))
        }
    }

    @Test(arguments: Keeper.allCases)
    func `committed conversations replace those of the thread`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let first = [Sample.conversation("a"), Sample.conversation("b"), Sample.conversation("c")]
            _ = try await store.commit(
                Sample.commit("r1", [Sample.write("p1", to: "r1")], conversations: first),
                Sample.commit(
                    "r2", [Sample.write("p2", to: "r2")],
                    conversations: [Sample.conversation("z", in: Sample.thread("r2"))]))
            let second = [Sample.conversation("a"), Sample.conversation("b", posts: 2), Sample.conversation("d")]
            _ = try await store.commit(Sample.commit("r1", replacing: ["r1": 1], conversations: second))
            let all = try await store.conversations(matching: ConversationFilter(), before: nil, limit: 99)
            #expect(all.map(\.id) == ["z", "d", "b", "a"])
            #expect(all.map(\.posts) == [1, 1, 2, 1])
            #expect(try await store.totals().conversations == 4)
            _ = try await store.commit(Sample.commit("r1", replacing: ["r1": 2]))
            #expect(try await store.totals().conversations == 1)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `pages hold every conversation once, newest opening first`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let records = (0..<25).map { Sample.conversation("id\($0 % 10)\($0)", opened: Int64($0 / 7)) }
            _ = try await store.commit(
                Sample.commit("r1", [Sample.write("p1", to: "r1")], conversations: records.shuffled()))
            var found: [ConversationRecord] = []
            var position: ConversationPosition?
            while true {
                let page = try await store.conversations(matching: ConversationFilter(), before: position, limit: 4)
                guard let last = page.last else { break }
                found += page
                position = ConversationPosition(openedAt: last.openedAt, id: last.id)
            }
            #expect(found == records.sorted { ($1.openedAt, $1.id) < ($0.openedAt, $0.id) })
            #expect(try await store.conversations(matching: ConversationFilter(), before: nil, limit: 0).isEmpty)
            #expect(try await store.conversations(matching: ConversationFilter(), before: nil, limit: -1).isEmpty)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a filter holds for every condition it names`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let records = [
                Sample.conversation("a", opened: 4, account: "x"),
                Sample.conversation("b", opened: 3, intent: .praise),
                Sample.conversation("c", opened: 2, language: .english),
                Sample.conversation("d", opened: 1, isHistory: true, isOwed: true),
                Sample.conversation("e", opened: 0, account: "x", wait: Sample.clock(dueAt: 1)),
            ]
            _ = try await store.commit(Sample.commit("r1", [Sample.write("p1", to: "r1")], conversations: records))
            func ids(_ change: (inout ConversationFilter) -> Void) async throws -> [String] {
                var filter = ConversationFilter()
                change(&filter)
                return try await store.conversations(matching: filter, before: nil, limit: 9).map(\.id)
            }
            #expect(try await ids { $0.account = "x" } == ["a", "e"])
            #expect(try await ids { $0.intent = .praise } == ["b"])
            #expect(try await ids { $0.language = .english } == ["c"])
            #expect(try await ids { $0.isOwed = true } == ["d", "e"])
            let both = try await ids {
                $0.isOwed = true
                $0.account = "x"
            }
            #expect(both == ["e"])
            #expect(try await ids { $0.account = "none" } == [])
            var owed = ConversationFilter()
            owed.isOwed = true
            let next = try await store.conversations(
                matching: owed, before: ConversationPosition(openedAt: Sample.start + 60, id: "d"), limit: 9)
            #expect(next.map(\.id) == ["e"])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a prefix finds one, or two that say it is ambiguous`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let ids = ["ab%c", "ab_c", "abXc", "b1", "b2", "b3", "B9"]
            _ = try await store.commit(
                Sample.commit(
                    "r1", [Sample.write("p1", to: "r1")], conversations: ids.map { Sample.conversation($0) }))
            let expected = [
                "ab%": ["ab%c"], "ab_": ["ab_c"], "abX": ["abXc"], "abXc": ["abXc"], "abXcd": [], "%": [], "_": [],
                "B": ["B9"], "b3": ["b3"], "c": [],
            ]
            for (prefix, found) in expected {
                #expect(try await store.conversations(idPrefix: prefix).map(\.id) == found, "\(prefix)")
            }
            #expect(try await store.conversations(idPrefix: "b").count == 2)
            #expect(try await store.conversations(idPrefix: "").count == 2)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a post leads to the conversations of its thread on every network`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let other = Network("other")
            let there = Sample.thread("r2", on: other)
            _ = try await store.commit(
                Sample.commit(
                    "r1", [Sample.write("p%", to: "r1"), Sample.write("p_", to: "r1")],
                    conversations: [Sample.conversation("a", opened: 1), Sample.conversation("b")]),
                Sample.commit(
                    "r2", on: other, [Sample.write("p%", to: "r2")],
                    conversations: [Sample.conversation("c", in: there, opened: 2)]))
            #expect(try await store.conversations(holding: "p%").map(\.id) == ["b", "a", "c"])
            #expect(try await store.conversations(holding: "p_").map(\.id) == ["b", "a"])
            #expect(try await store.conversations(holding: "r1").isEmpty)
            #expect(try await store.conversations(holding: "p").isEmpty)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the queue holds live waits, soonest first, never due ones last`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let records = [
                Sample.conversation("never", wait: Sample.clock(dueAt: nil)),
                Sample.conversation("late", wait: Sample.clock(dueAt: 60)),
                Sample.conversation("soon2", wait: Sample.clock(dueAt: 10)),
                Sample.conversation("soon1", wait: Sample.clock(dueAt: 10)),
                Sample.conversation("history", isHistory: true, wait: Sample.clock(dueAt: 1)),
                Sample.conversation("nothing owed"),
            ]
            _ = try await store.commit(Sample.commit("r1", [Sample.write("p1", to: "r1")], conversations: records))
            func ids(until: Int64?, limit: Int) async throws -> [String] {
                try await store.queue(dueUntil: until.map { Sample.start + $0 * 60 }, limit: limit).map(\.id)
            }
            #expect(try await ids(until: nil, limit: 9) == ["soon1", "soon2", "late", "never"])
            #expect(try await ids(until: nil, limit: 1) == ["soon1"])
            #expect(try await ids(until: 10, limit: 9) == ["soon1", "soon2"])
            #expect(try await ids(until: 9, limit: 9) == [])
            let end = try await store.queue(dueUntil: Instant(seconds: .max), limit: 9)
            #expect(end.map(\.id) == ["soon1", "soon2", "late"])
            #expect(try await store.totals().waits == 4)
        }
    }
}
