import Dialogue
import Foundation
import SQLiteStorage
import ServiceHours
import Storage
import TestSupport
import Testing

@Suite struct `A store of an older release` {
    /// A copy of the fixture that the first form of the store was kept in.
    private static func withOldStore(_ body: (URL) async throws -> Void) async throws {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let file = folder.appending(path: "antwort.db")
            try Data(contentsOf: ProjectFiles.fixture("stores/version-1.db")).write(to: file)
            #expect(try StoreBytes.schemaVersion(of: file) == 1)
            try await body(file)
        }
    }

    @Test func `is not read before a run brought it up to date`() async throws {
        try await Self.withOldStore { file async throws in
            let before = try Data(contentsOf: file)
            #expect {
                _ = try SQLiteStore(path: file.path, access: .reading)
            } throws: {
                let error = $0 as? StorageError
                return error?.code == .cannotOpen && error?.advice.contains("antwort watch") == true
            }
            #expect(try Data(contentsOf: file) == before)
        }
    }

    @Test("keeps everything it held", arguments: [StoreAccess.writing, .creating])
    func everything(access: StoreAccess) async throws {
        try await Self.withOldStore { file async throws in
            let store = try SQLiteStore(path: file.path, access: access)
            #expect(
                try await store.totals() == StoreTotals(posts: 3, conversations: 2, waits: 1, quarantined: 1))
            #expect(try await store.texts(of: "p1") == ["Der Zug fiel aus", "Der Zug fiel wieder aus"])
            #expect(try await store.ids(in: "q1") == ["q1", "q2"])
            #expect(try await store.queue(dueUntil: nil, limit: 9).map(\.id) == ["waiting"])
            let answered = try await store.conversations(idPrefix: "answered").first?.firstResponse?.ending
            #expect(answered == .answered(by: "q2", at: Instant(seconds: 1_772_439_000)))
            // It stands where it stood: answered, it waits for the customer, and a week of silence resolves it.
            let record = try #require(try await store.conversations(idPrefix: "answered").first)
            #expect(record.state(at: record.lastPostAt + 7 * 86_400 - 1) == .waiting)
            #expect(record.state(at: record.lastPostAt + 7 * 86_400) == .resolved)
            #expect(try await store.queue(dueUntil: nil, limit: 9).first?.state(at: record.lastPostAt) == .open)
            let states = try await store.sourceStates()
            #expect(states["archive"]?.cursor == "page-1")
            #expect(states["social"]?.health.failure?.code == "timeout")
            #expect(try await store.policies().map(\.targets.first?.firstResponse) == [1800])
            #expect(try await store.importedAccounts().map(\.name) == ["brand"])
            #expect(try await store.quarantine(after: 0, limit: 9).map(\.raw) == [[0, 0xFF, 0x7B]])
            #expect(try await store.runs(limit: 9).map(\.command) == ["watch"])

            // And takes what the older form had no place for, old posts included.
            #expect(try await store.known(among: [Sample.id("p1"), Sample.id("r1")]) == [Sample.id("p1")])
            _ = try await store.queue()
            try await store.step("o1", on: .preflight(try ReplySample.clearSight()), at: 5)
            let sending = try await store.entry("o1")
            let change = try ReplySample.change(on: .answer(ReplySample.accepted(as: "r1")), of: sending, at: 6)
            let reply = Sample.commit("p1", replacing: ["p1": 1], [Sample.write("r1", to: "p1")])
            #expect(try await store.commit(OutboxCommit(change, threads: [reply])) == .committed)
            #expect(try await store.remember("{}", of: "brand", replacing: nil) == .committed)
            try store.close()
            #expect(try StoreBytes.schemaVersion(of: file) == 5)
            let reader = try SQLiteStore(path: file.path, access: .reading)
            #expect(try await reader.totals().posts == 4)
            try reader.close()
        }
    }

    @Test func `gets an id of its own`() async throws {
        var ids: Set<String> = []
        for _ in 0..<2 {
            try await Self.withOldStore { file async throws in
                for _ in 0..<2 {
                    let store = try SQLiteStore(path: file.path, access: .writing)
                    ids.insert(try await store.databaseID())
                    try store.close()
                }
            }
        }
        #expect(ids.count == 2)
        #expect(!ids.contains(String(repeating: "0", count: 32)))
    }

    @Test func `stays as it was when a step cannot be finished`() async throws {
        try await Self.withOldStore { file async throws in
            // A table of the old form takes the name of one that the step makes after others.
            #expect(try StoreBytes.replace("wordings", by: "attempts", in: file) > 0)
            #expect(throws: StorageError.self) { _ = try SQLiteStore(path: file.path, access: .writing) }
            #expect(try StoreBytes.schemaVersion(of: file) == 1)
            try StoreBytes.replace("attempts", by: "wordings", in: file)
            let store = try SQLiteStore(path: file.path, access: .writing)
            #expect(try await store.totals().posts == 3)
            #expect(try await store.draftIDs() == [])
            try store.close()
        }
    }

    @Test func `is brought up to date once when eight open it together`() async throws {
        try await Self.withOldStore { file async throws in
            let path = file.path
            let ids = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        let store = try SQLiteStore(path: path, access: .writing)
                        let id = try await store.databaseID()
                        try store.close()
                        return id
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        }
    }
}
