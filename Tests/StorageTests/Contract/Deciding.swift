import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Deciding about drafts` {
    @Test(arguments: Keeper.allCases)
    func `an approval and its row are kept together`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let draft = try ReplySample.draft()
            _ = try await store.save(draft)
            let (decision, row) = try ReplySample.approval(of: draft)
            #expect(try await store.decide(decision, sending: row) == .committed)
            #expect(
                try await store.drafts(idPrefix: "d1") == [DraftEntry(draft: draft, decision: decision, outbox: "o1")])
            let entry = try await store.entry("o1")
            #expect(entry == OutboxEntry(row))
            #expect(try entry.row() == row)
            // What comes back opens the same door, and no other.
            let review = try Review(of: draft, decision: decision)
            #expect(review.decision == decision)
            #expect(try await store.undecidedDrafts(after: nil, limit: 99).count == 0)
            #expect(try await store.totals().outbox == 1)
            #expect(try await store.unfinishedOutbox(limit: 9) == [entry])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a rejection queues nothing`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let draft = try ReplySample.draft()
            _ = try await store.save(draft)
            let decision = try ReplySample.rejection(of: draft)
            #expect(try await store.decide(decision, sending: nil) == .committed)
            #expect(try await store.drafts(idPrefix: "d1") == [DraftEntry(draft: draft, decision: decision)])
            #expect(try await store.outbox(before: nil, limit: 9) == [])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `who decides on what is not there any more is superseded`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let first = try ReplySample.draft()
            let (stale, row) = try ReplySample.approval(of: first)
            // Not stored at all.
            #expect(try await store.decide(stale, sending: row) == .superseded)
            let second = try ReplySample.edited(first, "Anders")
            _ = try await store.save(first)
            _ = try await store.save(second)
            // A version that was replaced, for good or bad, and one nobody has saved.
            #expect(try await store.decide(stale, sending: row) == .superseded)
            #expect(try await store.decide(try ReplySample.rejection(of: first), sending: nil) == .superseded)
            let unsaved = try ReplySample.edited(second, "Noch anders")
            #expect(try await store.decide(try ReplySample.rejection(of: unsaved), sending: nil) == .superseded)
            #expect(try await store.drafts(idPrefix: "d1").map(\.decision) == [nil])

            let (decision, sound) = try ReplySample.approval(of: second)
            #expect(try await store.decide(decision, sending: sound) == .committed)
            // Decided: the same again, and another.
            #expect(try await store.decide(decision, sending: sound) == .superseded)
            #expect(try await store.decide(try ReplySample.rejection(of: second), sending: nil) == .superseded)
            #expect(try await store.drafts(idPrefix: "d1").map(\.decision) == [decision])
            #expect(try await store.outbox(before: nil, limit: 9).count == 1)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `an approval and a row that do not come together are a defect of the caller`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let draft = try ReplySample.draft()
            let other = try ReplySample.draft("d2", answering: "p2")
            for draft in [draft, other] { _ = try await store.save(draft) }
            let approval = try ReplySample.approval(of: draft)
            let stranger = try ReplySample.approval(of: other).row
            let rejection = try ReplySample.rejection(of: draft)
            let pairs: [(DraftDecision, OutboxRow?)] = [
                (approval.decision, nil), (approval.decision, stranger), (rejection, approval.row),
            ]
            for (decision, row) in pairs {
                await #expect {
                    _ = try await store.decide(decision, sending: row)
                } throws: {
                    ($0 as? StorageError)?.code == .internal
                }
            }
            #expect(try await store.undecidedDrafts(after: nil, limit: 9).count == 2)
            #expect(try await store.outbox(before: nil, limit: 9) == [])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the same words to the same post are on their way once`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.queue("o1", draft: "d1", answering: "p1", "Danke!")
            let again = try ReplySample.draft("d2", answering: "p1", "Danke!")
            _ = try await store.save(again)
            let (decision, row) = try ReplySample.approval(of: again, row: "o2")
            #expect(try await store.decide(decision, sending: row) == .superseded)
            #expect(try await store.drafts(idPrefix: "d2") == [DraftEntry(draft: again, decision: nil)])
            // Other words, or another post, or an id that is taken.
            _ = try await store.queue("o3", draft: "d3", answering: "p1", "Vielen Dank!")
            _ = try await store.queue("o4", draft: "d4", answering: "p2", "Danke!")
            let taken = try ReplySample.draft("d5", answering: "p5", "Danke!")
            _ = try await store.save(taken)
            let (fifth, rowWithTakenID) = try ReplySample.approval(of: taken, row: "o4")
            #expect(try await store.decide(fifth, sending: rowWithTakenID) == .superseded)
            // Once the first has come to its end, they may go again.
            #expect(try await store.step("o1", on: .withdraw(by: "Berta"), at: 3) == .committed)
            #expect(try await store.decide(decision, sending: row) == .committed)
            #expect(try await store.totals().outbox == 3)
        }
    }
}
