import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Remembering accounts and knowing posts` {
    @Test(arguments: Keeper.allCases)
    func `what is remembered of an account is replaced by whoever saw it last`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            #expect(try await store.memory(of: "brand") == nil)
            #expect(try await store.remember("{}", of: "brand", replacing: "") == .superseded)
            #expect(try await store.remember("{\"id\":\"1\\u0000ü\"}", of: "brand", replacing: nil) == .committed)
            #expect(try await store.remember("other", of: "brand", replacing: nil) == .superseded)
            #expect(try await store.remember("other", of: "brand", replacing: "{}") == .superseded)
            #expect(try await store.memory(of: "brand") == "{\"id\":\"1\\u0000ü\"}")
            #expect(try await store.memory(of: "Brand") == nil)
            #expect(
                try await store.remember("a\u{0}b", of: "brand", replacing: "{\"id\":\"1\\u0000ü\"}") == .committed)
            #expect(try await store.remember("", of: "brand", replacing: "a\u{0}b") == .committed)
            #expect(try await store.memory(of: "brand") == "")
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a store's own id is 32 hex digits and stays`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let id = try await store.databaseID()
            #expect(id.utf8.count == 32)
            #expect(id.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) })
            #expect(try await store.databaseID() == id)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `ten thousand posts are known or not at once`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            var page = PageCommit()
            page.threads = (0..<5000).map { Sample.commit("p\($0)", [Sample.write("p\($0)")]) }
            // A topmost post that only its reply names is not stored.
            page.threads.append(Sample.commit("root", [Sample.write("reply", to: "root")]))
            #expect(try await store.commit(page) == .committed)
            let asked = Set((0..<10_000).map { Sample.id("p\($0)") })
            let known = try await store.known(among: asked)
            #expect(known == Set((0..<5000).map { Sample.id("p\($0)") }))
            let others: Set = [Sample.id("p1", on: Network("elsewhere")), Sample.id("root"), Sample.id("reply")]
            #expect(try await store.known(among: others) == [Sample.id("reply")])
            #expect(try await store.known(among: []) == [])
        }
    }
}
