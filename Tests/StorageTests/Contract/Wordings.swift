import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Wordings, deletions and marks` {
    @Test(arguments: Keeper.allCases)
    func `an edit keeps the wording before it`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("p", [Sample.write("p", "one", language: "de")]))
            let edit = Sample.write("p", "two", language: "en", editedAt: 5)
            _ = try await store.commit(Sample.commit("p", replacing: ["p": 1], [edit]))
            let wordings = try await store.wordings(of: [Sample.id("p"), Sample.id("unknown")])
            #expect(
                wordings == [
                    Sample.id("p"): [
                        Wording(
                            text: "one", language: "de", hash: ContentHash(of: "one"), editedAt: nil, isCurrent: false),
                        Wording(
                            text: "two", language: "en", hash: ContentHash(of: "two"),
                            editedAt: Sample.start + 300, isCurrent: true),
                    ]
                ])
            #expect(try await store.thread(Sample.thread("p"))?.posts == [edit.post])
        }
    }

    @Test(
        "wordings come out oldest first, however they came in",
        arguments: Keeper.allCases, [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1], [1, 2, 0], [0, 2, 1]])
    func order(keeper: Keeper, arrival: [Int]) async throws {
        try await keeper.withStore { store async throws in
            var newest = -1
            for (count, index) in arrival.enumerated() {
                let isCurrent = index > newest
                newest = max(newest, index)
                let write = Sample.write(
                    "p", "v\(index)", editedAt: index == 0 ? nil : Int64(index), isCurrent: isCurrent)
                let outcome = try await store.commit(
                    Sample.commit("p", replacing: count == 0 ? [:] : ["p": Int64(count)], [write]))
                #expect(outcome == .committed)
            }
            #expect(try await store.texts(of: "p") == ["v0", "v1", "v2"])
            let wordings = try await store.wordings(of: [Sample.id("p")])[Sample.id("p")] ?? []
            #expect(wordings.map(\.isCurrent) == [false, false, true])
            #expect(try await store.thread(Sample.thread("p"))?.posts.map(\.hash) == [ContentHash(of: "v2")])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `several wordings of a post may come in one page`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let writes = [
                Sample.write("p", "v1", editedAt: 1), Sample.write("p", "v0", isCurrent: false),
                Sample.write("p", "v2", editedAt: 2),
            ]
            #expect(try await store.commit(Sample.commit("r", writes)) == .committed)
            #expect(try await store.texts(of: "p") == ["v0", "v1", "v2"])
            #expect(try await store.totals().posts == 1)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a wording is kept once, also when an author goes back to it`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("p", [Sample.write("p", "a")]))
            let writes = [
                Sample.write("p", "b", editedAt: 1), Sample.write("p", "b", editedAt: 1),
                Sample.write("p", "a", isCurrent: false), Sample.write("p", "b", isCurrent: false),
            ]
            for (index, write) in writes.enumerated() {
                _ = try await store.commit(Sample.commit("p", replacing: ["p": Int64(index + 1)], [write]))
                #expect(try await store.texts(of: "p") == ["a", "b"])
            }
            _ = try await store.commit(Sample.commit("p", replacing: ["p": 5], [Sample.write("p", "a", editedAt: 9)]))
            #expect(try await store.texts(of: "p") == ["b", "a"])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a mark sets everything but the words`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(Sample.commit("p", [Sample.write("p", "words", language: "de")]))
            var mark = Sample.post("p", saying: "words", editedAt: 3, deletedAt: 4, isLive: false)
            mark.triage.intent = .praise
            _ = try await store.commit(Sample.commit("p", replacing: ["p": 1], marks: [mark]))
            #expect(try await store.thread(Sample.thread("p"))?.posts == [mark])
            #expect(try await store.texts(of: "p") == ["words"])
            // A mark that names another wording changes no words.
            _ = try await store.commit(
                Sample.commit("p", replacing: ["p": 2], marks: [Sample.post("p", saying: "other words")]))
            #expect(try await store.thread(Sample.thread("p"))?.posts.map(\.hash) == [ContentHash(of: "words")])
            #expect(try await store.thread(Sample.thread("p"))?.posts.map(\.deletedAt) == [nil])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the tombstone of a post that is not known is not written`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let commit = Sample.commit("p", [Sample.write("p")], marks: [Sample.post("ghost", to: "p", deletedAt: 1)])
            #expect(try await store.commit(commit) == .committed)
            #expect(try await store.ids(in: "p") == ["p"])
            #expect(try await store.threads(touchedBy: [Sample.id("ghost")]).isEmpty)
            #expect(try await store.totals().posts == 1)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a post whose deletion came first gets its words without an empty wording before them`(
        keeper: Keeper
    ) async throws {
        try await keeper.withStore { store async throws in
            let gone = PostWrite(
                post: Sample.post("p", by: Author(id: ""), deletedAt: 1), text: "", language: nil, isCurrent: true)
            _ = try await store.commit(Sample.commit("p", [gone]))
            let told = PostWrite(
                post: Sample.post("p", to: "top", saying: "late", deletedAt: 1), text: "late", language: nil,
                isCurrent: true)
            #expect(try await store.commit(Sample.commit("top", replacing: ["p": 1], [told])) == .committed)
            #expect(try await store.texts(of: "p") == ["late"])
            #expect(try await store.thread(Sample.thread("top"))?.posts == [told.post])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `an older wording without its post is a defect of the caller`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            await #expect {
                _ = try await store.commit(Sample.commit("p", [Sample.write("p", isCurrent: false)]))
            } throws: {
                ($0 as? StorageError)?.code == .internal
            }
            #expect(try await store.thread(Sample.thread("p")) == nil)
        }
    }

    @Test(
        "text comes back byte for byte", arguments: Keeper.allCases,
        [
            "", " ", "\u{0}", "a\u{0}b", "Grüße 👩‍👩‍👧‍👦 \u{301}", "e\u{301}", "é", "'; DROP TABLE posts; --",
            "\u{FFFD}\u{10FFFF}", "\r\n",
        ])
    func roundTrip(keeper: Keeper, text: String) async throws {
        try await keeper.withStore { store async throws in
            let id = "id\(text)"
            let author = Author(id: "author\(text)", handle: text, name: text)
            let post = ThreadPost(
                remoteID: id, parent: text, author: author, at: Sample.start, mentions: [text, text], url: text,
                hash: ContentHash(of: text), triage: Sample.triage, receivedAt: Sample.start, isLive: true)
            _ = try await store.commit(
                Sample.commit(text, [PostWrite(post: post, text: text, language: text, isCurrent: true)]))
            let thread = try #require(try await store.threads(touchedBy: [Sample.id(id)]).first)
            #expect(Array(thread.key.root.utf8) == Array(text.utf8))
            let found = try #require(thread.posts.first)
            for field in [found.parent, found.author.handle, found.author.name, found.url, found.mentions.last] {
                #expect(field.map { Array($0.utf8) } == Array(text.utf8))
            }
            #expect(found.mentions.count == 2)
            let wording = try #require(try await store.wordings(of: [Sample.id(id)])[Sample.id(id)]?.first)
            #expect(Array(wording.text.utf8) == Array(text.utf8))
            #expect(wording.language.map { Array($0.utf8) } == Array(text.utf8))
        }
    }
}
