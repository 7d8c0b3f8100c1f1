import Dialogue
import Foundation
import SQLiteStorage
import ServiceHours
import Storage
import TestSupport
import Testing

@Suite struct `Racing for one SQLite store` {
    @Test func `eight writers on two openings lose nothing and double nothing`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            let stores = [
                try SQLiteStore(path: path, access: .creating), try SQLiteStore(path: path, access: .creating),
            ]
            try await stores[0].add(sources: ["s"], at: Sample.start)
            let rounds = 25
            try await withThrowingTaskGroup { group in
                for writer in 0..<8 {
                    group.addTask {
                        for round in 0..<rounds {
                            try await Self.bring(round, by: writer, to: stores[writer % 2])
                        }
                    }
                }
                try await group.waitForAll()
            }
            for store in stores {
                let hot = try #require(try await store.thread(Sample.thread("hot")))
                // A post of each writer's own in each round, and one that all of them bring.
                #expect(hot.posts.count == 9 * rounds)
                #expect(Set(hot.posts.map(\.remoteID)).count == 9 * rounds)
                #expect(hot.version == Int64(8 * rounds))
                #expect(try await store.sourceStates()["s"]?.cursor == "\(8 * rounds)")
                #expect(try await store.totals().posts == 9 * rounds)
                let record = try await store.conversations(idPrefix: "c")
                #expect(record.map(\.posts) == [9 * rounds])
            }
            for store in stores { try store.close() }
        }
    }

    /// Reads, decides, commits, and starts over for as long as somebody else is faster.
    private static func bring(_ round: Int, by writer: Int, to store: SQLiteStore) async throws {
        let own = "own-\(writer)-\(round)"
        let shared = "shared-\(round)"
        while true {
            let cursor = try await store.sourceStates()["s"]?.cursor
            let stored = try await store.threads(touchedBy: [Sample.id("hot"), Sample.id(own), Sample.id(shared)]).first
            let isKnown = stored?.posts.contains { $0.remoteID == shared } ?? false
            let writes = (isKnown ? [own] : [own, shared]).map { Sample.write($0, to: "hot", $0) }
            let count = (stored?.posts.count ?? 0) + writes.count
            let commit = Sample.commit(
                "hot", replacing: stored.map { ["hot": $0.version] } ?? [:], writes,
                conversations: [Sample.conversation("c", in: Sample.thread("hot"), posts: count)])
            let move = CursorMove(source: "s", from: cursor, to: String((cursor.flatMap { Int($0) } ?? 0) + 1))
            if try await store.commit(Sample.page(commit, cursor: move)) == .committed { return }
        }
    }

    @Test func `what one process learned is news to another that had opened before`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            let first = try SQLiteStore(path: path, access: .creating)
            let second = try SQLiteStore(path: path, access: .writing)
            func name(_ name: String, by store: SQLiteStore, in root: String) async throws {
                let author = Author(id: "u", handle: name, name: name)
                #expect(try await store.commit(Sample.commit(root, [Sample.write(root, by: author)])) == .committed)
            }
            try await name("one", by: first, in: "a")
            try await name("two", by: second, in: "b")
            try await name("one", by: first, in: "c")
            #expect(try await second.thread(Sample.thread("b"))?.posts.map(\.author.name) == ["one"])
            try first.close()
            try second.close()
        }
    }

    @Test func `a question does not wait for a commit, and sees all of it or nothing`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            let store = try SQLiteStore(path: path, access: .creating)
            async let writing: Void = {
                for number in 0..<40 {
                    var page = PageCommit()
                    page.threads = (0..<50).map { index in
                        let id = "\(number)-\(index)"
                        return Sample.commit(
                            id, [Sample.write(id)],
                            conversations: [Sample.conversation(id, in: Sample.thread(id), opening: id)])
                    }
                    _ = try await store.commit(page)
                }
            }()
            var last = 0
            while last < 2000 {
                let totals = try await store.totals()
                #expect(totals.posts % 50 == 0)
                #expect(totals.posts == totals.conversations)
                #expect(totals.posts >= last)
                last = totals.posts
            }
            try await writing
            try store.close()
        }
    }
}
