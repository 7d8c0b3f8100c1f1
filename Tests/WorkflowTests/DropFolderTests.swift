import Connectors
import Foundation
import Storage
import TestSupport
import Testing
import Workflow

@Suite struct `A folder into which exports are dropped` {
    @Test func `is read by the names of its files, over as many runs as its budget asks for`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            for (name, ids) in [("b", 5001...10_000), ("a", 1...5000), ("c", 10_001...10_010)] {
                try put(ids.map(String.init), into: folder, name)
            }
            var desk = WatchedDesk()
            desk.read("drop", folder: folder, budget: .init(items: 5000))
            var stored: [Int] = []
            for _ in 0..<5 {
                let report = try await desk.watch()
                #expect(report.failureKind == nil)
                #expect(report.summary.duplicate == 0)
                stored.append(try await desk.posts)
            }
            #expect(stored.last == 10_010)
            #expect(stored.first == 5000)
            #expect(try await desk.store.conversations(holding: "5000").count == 1)
        }
    }

    @Test func `takes no more than its budget from many small files either`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            for name in "abcdef" { try put((1...10).map { "\(name)-\($0)" }, into: folder, String(name)) }
            var desk = WatchedDesk()
            desk.read("drop", folder: folder, budget: .init(items: 25))
            for (stored, hasMore) in [(30, true), (60, false)] {
                let report = try await desk.watch()
                #expect(report.results.map(\.hasMore) == [hasMore])
                #expect(try await desk.posts == stored)
            }
        }
    }

    @Test func `keeps a place for each file and forgets those that are gone`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            try put(["a"], into: folder, "one")
            try put(["b"], into: folder, "two")
            var desk = WatchedDesk()
            desk.read("drop", folder: folder)
            _ = try await desk.watch()
            #expect(try await marks(of: desk) == ["one.jsonl", "two.jsonl"])
            let before = try await desk.store.sourceStates()["drop"]?.cursor
            _ = try await desk.watch()
            #expect(try await desk.store.sourceStates()["drop"]?.cursor == before, "nothing new moves nothing")

            try FileManager.default.removeItem(at: folder.appending(path: "one.jsonl"))
            try put(["c"], into: folder, "three")
            _ = try await desk.watch()
            #expect(try await marks(of: desk) == ["three.jsonl", "two.jsonl"])
            #expect(try await desk.posts == 3)
        }
    }

    @Test func `does not lose the place in one file because another cannot be read`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            try put(["a"], into: folder, "one")
            var desk = WatchedDesk()
            desk.read("drop", folder: folder)
            _ = try await desk.watch()
            try Data([0xFF, 0xFE, 0x00, 0x41]).write(to: folder.appending(path: "zwei.jsonl"))
            try put(["a", "b"], into: folder, "one")
            let report = try await desk.watch()
            #expect(report.summary.new == 1)
            #expect(try await marks(of: desk).contains("one.jsonl"))
            #expect(try await desk.posts == 2)
        }
    }

    @Test func `holds up no file because of one before it that cannot be read`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            try Data("a,b\n1,2\n".utf8).write(to: folder.appending(path: "a.csv"))
            try Data(contentsOf: ProjectFiles.fixture("exports/twcs-mini.csv")).write(
                to: folder.appending(path: "b.csv"))
            var desk = WatchedDesk()
            desk.sources = [
                WatchedSource(
                    name: "drop", account: WatchedDesk.account, format: .twcs, url: folder.absoluteString,
                    filePath: "\(folder.path)/")
            ]
            for new in [27, 0] {
                let report = try await desk.watch()
                #expect(report.results.first?.failureCode == "column")
                #expect(report.problems.count == 1)
                #expect(report.summary.failed == 1)
                #expect(report.summary.new == new)
                #expect(report.summary.duplicate == 0)
            }
            #expect(try await marks(of: desk) == ["b.csv"])
        }
    }

    @Test func `with a saved place that cannot be read says so and changes nothing`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            try put(["a"], into: folder, "one")
            var desk = WatchedDesk()
            desk.read("drop", folder: folder)
            try await desk.store.add(sources: ["drop"], at: WatchedDesk.noon)
            var page = PageCommit()
            page.cursor = CursorMove(source: "drop", from: nil, to: "nonsense")
            _ = try await desk.store.commit(page)
            let report = try await desk.watch()
            #expect(report.failureKind == .internal)
            #expect(report.problems.count == 1)
            #expect(try await desk.store.sourceStates()["drop"]?.cursor == "nonsense")
        }
    }

    private func put(_ ids: [String], into folder: URL, _ name: String) throws {
        try Data(WatchedDesk.export(ids).utf8).write(to: folder.appending(path: "\(name).jsonl"))
    }

    private func marks(of desk: WatchedDesk) async throws -> [String] {
        let cursor = try #require(try await desk.store.sourceStates()["drop"]?.cursor)
        let marks = try #require(try JSONSerialization.jsonObject(with: Data(cursor.utf8)) as? [String: Any])
        return marks.keys.sorted()
    }
}
