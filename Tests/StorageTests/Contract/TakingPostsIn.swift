import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Taking posts in` {
    @Test(arguments: Keeper.allCases)
    func `a thread comes back as it was committed`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let full = ThreadPost(
                remoteID: "p2", parent: "p1", author: Author(id: "b", handle: "brand", name: "Brand"),
                at: Instant(seconds: -5), nanoseconds: 999_999_999, standsOnPage: true,
                mentions: ["anna@social.example", "", "a\\b\nc"], visibility: .direct, url: "https://x.example/?q=ü",
                hash: ContentHash(high: .max, low: 1), editedAt: Instant(seconds: 7), triage: Sample.triage,
                receivedAt: Instant(seconds: 8), deletedAt: Instant(seconds: 9), isLive: false)
            let first = Sample.write("p1", "Guten Tag", language: "de")
            let outcome = try await store.commit(
                Sample.commit("p1", [first, PostWrite(post: full, text: "x", language: nil, isCurrent: true)]))
            #expect(outcome == .committed)
            let thread = try #require(try await store.thread(Sample.thread("p1")))
            #expect(thread.version == 1)
            #expect(Set(thread.posts) == [first.post, full])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a thread is touched by any of its posts and by the name of a root we do not hold`(
        keeper: Keeper
    ) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(
                Sample.commit("root", [Sample.write("a", to: "root"), Sample.write("b", to: "a")]))
            _ = try await store.commit(Sample.commit("c", [Sample.write("c")]))
            for id in ["root", "a", "b"] {
                let touched = try await store.threads(touchedBy: [Sample.id(id), Sample.id("nobody")])
                #expect(touched.map(\.key.root) == ["root"], "\(id)")
            }
            let both = try await store.threads(touchedBy: [Sample.id("b"), Sample.id("a"), Sample.id("c")])
            #expect(Set(both.map(\.key.root)) == ["root", "c"])
            #expect(both.count == 2)
            let elsewhere = try await store.threads(touchedBy: [Sample.id("a", on: Network("other"))])
            #expect(elsewhere.isEmpty)
            #expect(try await store.threads(touchedBy: []).isEmpty)
            #expect(try await store.thread(Sample.thread("a")) == nil)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the same id on two networks is two posts`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let other = Network("mastodon:other.example")
            #expect(try await store.commit(Sample.commit("p", [Sample.write("p", "here")])) == .committed)
            #expect(
                try await store.commit(Sample.commit("p", on: other, [Sample.write("p", "there")])) == .committed)
            let keys: Set = [Sample.id("p"), Sample.id("p", on: other)]
            #expect(try await store.threads(touchedBy: keys).count == 2)
            let words = try await store.wordings(of: keys)
            #expect(words[Sample.id("p", on: other)]?.map(\.text) == ["there"])
            #expect(try await store.totals().posts == 2)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `each change adds one to the version`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("p", [Sample.write("p")]))
            for version in 1...3 as ClosedRange<Int64> {
                #expect(
                    try await store.commit(Sample.commit("p", replacing: ["p": version], marks: [Sample.post("p")]))
                        == .committed)
                #expect(try await store.thread(Sample.thread("p"))?.version == version + 1)
            }
        }
    }

    @Test(arguments: Keeper.allCases)
    func `who saw an old version is superseded and changes nothing`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("p", [Sample.write("p")]))
            _ = try await store.commit(Sample.commit("p", replacing: ["p": 1], [Sample.write("q", to: "p")]))
            let stale: [ThreadCommit] = [
                // An old version, a version that never was, and a thread taken for new.
                Sample.commit("p", replacing: ["p": 1], [Sample.write("z", to: "p")]),
                Sample.commit("p", replacing: ["p": 3], [Sample.write("z", to: "p")]),
                Sample.commit("p", [Sample.write("z", to: "p")]),
                Sample.commit("p", replacing: ["p": 0], [Sample.write("z", to: "p")]),
                // A thread that is not stored, said to be.
                Sample.commit("n", replacing: ["n": 1], [Sample.write("z", to: "n")]),
                // A post taken for new that stands in another thread, and a thread named by such a post.
                Sample.commit("n", [Sample.write("z", to: "n"), Sample.write("q", to: "z")]),
                Sample.commit("q", [Sample.write("z", to: "q")]),
                // A deletion of a post that stands in another thread.
                Sample.commit("n", [Sample.write("z", to: "n")], marks: [Sample.post("q", deletedAt: 1)]),
            ]
            for (index, commit) in stale.enumerated() {
                let before = Sample.commit("m", [Sample.write("m")])
                #expect(try await store.commit(before, commit) == .superseded, "case \(index)")
                #expect(try await store.thread(Sample.thread("m")) == nil, "case \(index)")
                #expect(try await store.threads(touchedBy: [Sample.id("z"), Sample.id("n")]).isEmpty)
            }
            let thread = try #require(try await store.thread(Sample.thread("p")))
            #expect(thread.version == 2)
            #expect(thread.posts.allSatisfy { $0.deletedAt == nil })
            #expect(try await store.totals().posts == 2)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a post does not fill in the root of a thread its writer has not seen`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("root", [Sample.write("a", to: "root")]))
            #expect(try await store.commit(Sample.commit("g", [Sample.write("root", to: "g")])) == .superseded)
            #expect(try await store.ids(in: "root") == ["a"])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a root arrives after its replies`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("root", [Sample.write("a", to: "root")]))
            #expect(
                try await store.commit(Sample.commit("root", replacing: ["root": 1], [Sample.write("root")]))
                    == .committed)
            #expect(try await store.ids(in: "root") == ["a", "root"])
            #expect(try await store.texts(of: "root") == ["Hello"])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a late parent joins threads under a new name`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let left = Sample.conversation("left", in: Sample.thread("x"), opening: "a")
            let right = Sample.conversation("right", in: Sample.thread("y"), opening: "b")
            _ = try await store.commit(
                Sample.commit("x", [Sample.write("a", to: "x")], conversations: [left]),
                Sample.commit("y", [Sample.write("b", to: "y")], conversations: [right]))
            let joined = Sample.conversation("left", in: Sample.thread("top"), opening: "a")
            let outcome = try await store.commit(
                Sample.commit(
                    "top", replacing: ["x": 1, "y": 1], [Sample.write("x", to: "top"), Sample.write("y", to: "x")],
                    conversations: [joined]))
            #expect(outcome == .committed)
            #expect(try await store.ids(in: "top") == ["a", "b", "x", "y"])
            #expect(try await store.thread(Sample.thread("x")) == nil)
            #expect(try await store.thread(Sample.thread("y")) == nil)
            for id in ["a", "b", "x", "y", "top"] {
                #expect(try await store.threads(touchedBy: [Sample.id(id)]).map(\.key.root) == ["top"], "\(id)")
            }
            #expect(try await store.conversations(idPrefix: "") == [joined])
            #expect(try await store.totals().conversations == 1)
            // Whoever still believes in the old threads is superseded.
            #expect(
                try await store.commit(Sample.commit("x", replacing: ["x": 1], [Sample.write("z", to: "x")]))
                    == .superseded)
            #expect(try await store.commit(Sample.commit("x", [Sample.write("z", to: "x")])) == .superseded)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a thread is joined to one that stays`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(
                Sample.commit("p", [Sample.write("p")]), Sample.commit("q", [Sample.write("c", to: "q")]))
            #expect(
                try await store.commit(
                    Sample.commit("p", replacing: ["p": 1, "q": 1], [Sample.write("q", to: "p")])) == .committed)
            #expect(try await store.ids(in: "p") == ["c", "p", "q"])
            #expect(try await store.thread(Sample.thread("p"))?.version == 2)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a thread named by a circle takes the name of a post it holds`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("b", [Sample.write("a", to: "b")]))
            #expect(
                try await store.commit(Sample.commit("a", replacing: ["b": 1], [Sample.write("b", to: "a")]))
                    == .committed)
            #expect(try await store.ids(in: "a") == ["a", "b"])
            #expect(try await store.threads(touchedBy: [Sample.id("a"), Sample.id("b")]).count == 1)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `five thousand posts are one page, and half of them one thread`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            var page = PageCommit()
            page.threads = (0..<2500).map { Sample.commit("s\($0)", [Sample.write("s\($0)", "text \($0)")]) }
            page.threads.append(
                Sample.commit("big", (0..<2500).map { Sample.write("b\($0)", to: "big", "reply \($0)") }))
            #expect(try await store.commit(page) == .committed)
            let keys = Set((0..<2500).flatMap { [Sample.id("s\($0)"), Sample.id("b\($0)"), Sample.id("x\($0)")] })
            let threads = try await store.threads(touchedBy: keys)
            #expect(threads.count == 2501)
            #expect(threads.first { $0.key.root == "big" }?.posts.count == 2500)
            #expect(try await store.totals().posts == 5000)
            #expect(try await store.commit(page) == .superseded)
            #expect(try await store.totals().posts == 5000)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the newest that a platform says of an author counts everywhere`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let record = Sample.conversation("c", in: Sample.thread("p"), opening: "p")
            _ = try await store.commit(Sample.commit("p", [Sample.write("p")], conversations: [record]))
            let renamed = Author(id: "u1", handle: "anna2", name: nil)
            _ = try await store.commit(Sample.commit("q", [Sample.write("q", by: renamed)]))
            let expected = Author(id: "u1", handle: "anna2", name: "Anna")
            #expect(try await store.thread(Sample.thread("p"))?.posts.map(\.author) == [expected])
            #expect(try await store.conversations(idPrefix: "c").map(\.opener) == [expected])
            // What is not news: a mark, and an older wording that arrives late.
            _ = try await store.commit(Sample.commit("p", replacing: ["p": 1], marks: [Sample.post("p")]))
            _ = try await store.commit(
                Sample.commit("p", replacing: ["p": 2], [Sample.write("p", "older", isCurrent: false)]))
            #expect(try await store.thread(Sample.thread("p"))?.posts.map(\.author) == [expected])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `an error inside a commit leaves nothing of it`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            try await store.add(sources: ["s"], at: Sample.start)
            var page = Sample.page(
                Sample.commit(
                    "p", [Sample.write("p")], conversations: [Sample.conversation("c", in: Sample.thread("p"))]),
                ThreadCommit(
                    key: Sample.thread("q"), replaces: [Sample.thread("r", on: Network("other")): 1], posts: [],
                    marks: [], conversations: []),
                cursor: CursorMove(source: "s", from: nil, to: "x"))
            page.accounts = [
                Account(name: "a", platform: "export", network: Sample.network, author: Author(id: "1"))
            ]
            page.quarantined = [
                NewQuarantine(source: "s", place: "1", code: "c", reason: "r", raw: [1], at: Sample.start)
            ]
            let failing = page
            await #expect {
                _ = try await store.commit(failing)
            } throws: {
                ($0 as? StorageError)?.code == .internal
            }
            #expect(
                try await store.totals() == StoreTotals(posts: 0, conversations: 0, waits: 0, quarantined: 0))
            #expect(try await store.thread(Sample.thread("p")) == nil)
            #expect(try await store.sourceStates()["s"]?.cursor == nil)
            #expect(try await store.importedAccounts().isEmpty)
            page.threads.removeLast()
            #expect(try await store.commit(page) == .committed)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `an empty page is committed`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            #expect(try await store.commit(PageCommit()) == .committed)
        }
    }
}
