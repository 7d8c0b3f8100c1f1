import Dialogue
import Foundation
import SQLiteStorage
import ServiceHours
import Storage
import TestSupport
import Testing

@Suite struct `Racing for a reply` {
    /// Runs `attempt` eight times at once, on two openings of one file, and answers how many committed.
    private static func race(
        prepare: (SQLiteStore) async throws -> Void,
        _ attempt: @escaping @Sendable (Int, SQLiteStore) async throws -> CommitOutcome,
        check: (SQLiteStore) async throws -> Void
    ) async throws -> Int {
        try await ProjectFiles.withTemporaryFolder { folder async throws in
            let path = folder.appending(path: "antwort.db").path
            let stores = [
                try SQLiteStore(path: path, access: .creating), try SQLiteStore(path: path, access: .writing),
            ]
            try await prepare(stores[0])
            let winners = try await withThrowingTaskGroup { group in
                for number in 0..<8 {
                    group.addTask { try await attempt(number, stores[number % 2]) == .committed }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            for store in stores { try await check(store) }
            for store in stores { try store.close() }
            return winners
        }
    }

    @Test func `of eight who approve, reject or edit a draft one wins`() async throws {
        let draft = try ReplySample.draft()
        let winners = try await Self.race {
            _ = try await $0.save(draft)
        } _: { number, store async throws in
            switch number {
            case 0: return try await store.decide(try ReplySample.rejection(of: draft), sending: nil)
            case 1: return try await store.save(try ReplySample.edited(draft, "Anders"))
            default:
                let (decision, row) = try ReplySample.approval(of: draft, row: "o\(number)", by: "Person \(number)")
                return try await store.decide(decision, sending: row)
            }
        } check: { store async throws in
            let entry = try #require(try await store.drafts(idPrefix: "d1").first)
            let rows = try await store.outbox(before: nil, limit: 9)
            #expect(rows.count == (entry.decision?.approval == nil ? 0 : 1))
            #expect(rows.first?.approval == entry.decision?.approval)
            #expect(rows.first?.id == entry.outbox)
        }
        #expect(winners == 1)
    }

    @Test func `of eight approved drafts with the same words for one post one is queued`() async throws {
        let winners = try await Self.race { store async throws in
            for number in 0..<8 { _ = try await store.save(try ReplySample.draft("d\(number)")) }
        } _: { number, store async throws in
            let draft = try ReplySample.draft("d\(number)")
            let (decision, row) = try ReplySample.approval(of: draft, row: "o\(number)")
            return try await store.decide(decision, sending: row)
        } check: { store async throws in
            #expect(try await store.totals().outbox == 1)
            #expect(try await store.undecidedDrafts(after: nil, limit: 99).count == 7)
        }
        #expect(winners == 1)
    }

    @Test func `of eight who open an attempt one may send`() async throws {
        let winners = try await Self.race {
            _ = try await $0.queue()
        } _: { _, store async throws in
            let (_, row) = try ReplySample.approval(of: try ReplySample.draft())
            let change = try ReplySample.change(
                on: .preflight(try ReplySample.clearSight()), of: OutboxEntry(row), at: 5)
            return try await store.commit(OutboxCommit(change))
        } check: { store async throws in
            #expect(try await store.entry("o1").attempts.count == 1)
            #expect(try await store.totals().attempts == 1)
        }
        #expect(winners == 1)
    }
}
