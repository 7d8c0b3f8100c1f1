import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Corrections in a store` {
    private static func correction(
        _ post: String, of text: String = "Hello", _ label: CorrectableLabel, _ word: String, at minutes: Int64 = 0
    ) -> Correction {
        Correction(
            post: post, hash: ContentHash(of: text), label: label, word: word, person: "Eva \u{e4}",
            at: Sample.start + minutes * 60)
    }

    private static func page(
        _ root: String, replacing: [String: Int64] = [:], _ posts: [PostWrite] = [], saying corrections: [Correction]
    ) -> PageCommit {
        var replaces: [ThreadKey: Int64] = [:]
        for (root, version) in replacing { replaces[Sample.thread(root)] = version }
        var page = PageCommit()
        page.threads = [
            ThreadCommit(
                key: Sample.thread(root), replaces: replaces, posts: posts, marks: [], conversations: [],
                corrections: corrections)
        ]
        return page
    }

    @Test(arguments: Keeper.allCases)
    func `come back with their thread, in the order in which they were made`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let all = CorrectableLabel.allCases.enumerated().map { index, label in
                Self.correction(
                    "p1", label, label.choices.last == "no" ? "false" : label.choices[0], at: Int64(9 - index))
            }
            let first = Self.page("r1", [Sample.write("p1", to: "r1")], saying: Array(all.prefix(3)))
            #expect(try await store.commit(first) == .committed)
            let second = Self.page("r1", replacing: ["r1": 1], saying: Array(all.dropFirst(3)))
            #expect(try await store.commit(second) == .committed)
            #expect(try await store.thread(Sample.thread("r1"))?.corrections == all)
            #expect(try await store.threads(touchedBy: [Sample.id("p1")]).first?.corrections == all)
            // What was read stays what was read.
            #expect(try await store.thread(Sample.thread("r1"))?.posts.map(\.triage) == [Sample.triage])

            // Nobody overwrites what somebody else has just said.
            #expect(try await store.commit(second) == .superseded)
            #expect(try await store.thread(Sample.thread("r1"))?.corrections.count == all.count)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `of a wording that is not current is superseded, of a post that is not there a defect`(
        keeper: Keeper
    ) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.commit(
                Self.page("r1", [Sample.write("p1", to: "r1"), Sample.write("p2", to: "p1")], saying: []))
            let past = Self.page(
                "r1", replacing: ["r1": 1],
                saying: [Self.correction("p2", .intent, "chat"), Self.correction("p1", of: "Hallo", .intent, "chat")])
            #expect(try await store.commit(past) == .superseded)
            _ = try await store.commit(Self.page("x1", [Sample.write("x1")], saying: []))
            for post in ["nowhere", "r1", "x1"] {
                await #expect {
                    _ = try await store.commit(
                        Self.page("r1", replacing: ["r1": 1], saying: [Self.correction(post, .intent, "chat")]))
                } throws: {
                    ($0 as? StorageError)?.code == .internal
                }
            }
            // Nothing of a page stays that was taken back.
            #expect(try await store.corrections() == [])
            #expect(try await store.thread(Sample.thread("r1"))?.corrections == [])
            #expect(try await store.thread(Sample.thread("r1"))?.version == 1)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `follow their thread when it is joined to another`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let own = Self.correction("p1", .intent, "chat")
            let other = Self.correction("p2", .intent, "praise")
            _ = try await store.commit(Self.page("r2", [Sample.write("p2", to: "r2")], saying: [other]))
            _ = try await store.commit(Self.page("r1", [Sample.write("p1", to: "r1")], saying: [own]))
            let join = Sample.commit("r1", replacing: ["r1": 1, "r2": 1], [Sample.write("r2", to: "p1")])
            #expect(try await store.commit(Sample.page(join)) == .committed)
            #expect(try await store.thread(Sample.thread("r1"))?.corrections == [other, own])
            #expect(try await store.corrections().map(\.key.remoteID) == ["p2", "p1"])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `are told to learning by wording, with the last word on each label`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            #expect(try await store.corrections() == [])
            _ = try await store.commit(
                Self.page(
                    "r1", [Sample.write("p1", to: "r1", "one"), Sample.write("p2", to: "r1", "two")],
                    saying: [
                        Self.correction("p1", of: "one", .intent, "chat"),
                        Self.correction("p1", of: "one", .needsAnswer, "false"),
                        Self.correction("p2", of: "two", .sentiment, "positive", at: 1),
                        Self.correction("p2", of: "two", .language, "en", at: 1),
                    ]))
            // Its author edits the post, and triage reads another language in it.
            var edited = Sample.write("p1", to: "r1", "uno", editedAt: 5)
            var post = edited.post
            post.triage.language = .other
            edited = PostWrite(post: post, text: edited.text, language: nil, isCurrent: true)
            _ = try await store.commit(
                Self.page(
                    "r1", replacing: ["r1": 1], [edited],
                    saying: [Self.correction("p1", of: "uno", .irony, "true", at: 6)]))
            // The first wording is gone: nobody can say anything of it any more, what was said stays.
            let late = Self.page(
                "r1", replacing: ["r1": 2],
                saying: [
                    Self.correction("p2", of: "two", .sentiment, "negative", at: 7),
                    Self.correction("p2", of: "two", .emotion, "anger", at: 7),
                ])
            #expect(try await store.commit(late) == .committed)

            let found = try await store.corrections()
            #expect(found.map(\.text) == ["one", "uno", "two"])
            #expect(
                found.map { $0.corrections.map(\.word) } == [
                    ["false", "chat"], ["true"], ["negative", "anger", "en"],
                ])
            #expect(found.map(\.correctedAt) == [0, 360, 420].map { Sample.start + $0 })
            #expect(found.map(\.read.language) == [.german, .other, .german])
            #expect(
                found.map(\.labelledPost) == [
                    LabelledPost(
                        id: "test p1", text: "one", language: .german,
                        labels: [.needsAnswer: "false", .intent: "chat"]),
                    LabelledPost(id: "test p1", text: "uno", language: .other, labels: [.irony: "true"]),
                    LabelledPost(
                        id: "test p2", text: "two", language: .english,
                        labels: [.sentiment: "negative", .emotion: "anger"]),
                ])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `of a post without words teach nothing`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let page = Self.page(
                "p1", [Sample.write("p1", "")], saying: [Self.correction("p1", of: "", .intent, "chat")])
            #expect(try await store.commit(page) == .committed)
            #expect(try await store.corrections() == [])
            #expect(try await store.thread(Sample.thread("p1"))?.corrections.count == 1)
        }
    }
}
