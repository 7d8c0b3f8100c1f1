import Dialogue
import ServiceHours
import Storage
import TestSupport
import Testing

@Suite struct `Steps of the outbox` {
    @Test(arguments: Keeper.allCases)
    func `an attempt is opened with its step and closed once with what was seen`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let queued = try await store.queue()
            let opening = try ReplySample.change(on: .preflight(try ReplySample.clearSight()), of: queued, at: 5)
            #expect(try await store.commit(OutboxCommit(opening)) == .committed)
            let sending = try await store.entry("o1")
            #expect(sending.progress == opening.to)
            #expect(sending.attempts == [try #require(opening.opened)])

            let closing = try ReplySample.change(
                on: .answer(ReplySample.answer(status: 429, retryAfter: 777)), of: sending, at: 6)
            #expect(try await store.commit(OutboxCommit(closing)) == .committed)
            let waiting = try await store.entry("o1")
            #expect(waiting.progress == closing.to)
            #expect(waiting.attempts == [try #require(closing.closed)])
            #expect(waiting.attempts.first?.result?.wire.retryAfter == 777)

            // A second attempt stands beside the first.
            let minutes = (waiting.progress.nextAt - ReplySample.now) / 60 + 1
            try await store.step("o1", on: .preflight(try ReplySample.clearSight()), at: minutes)
            try await store.step("o1", on: .answer(ReplySample.answer(status: nil)), at: minutes + 1)
            let uncertain = try await store.entry("o1")
            #expect(uncertain.attempts.map(\.number) == [1, 2])
            #expect(uncertain.attempts.last?.result?.wire.curlCode == 56)
            #expect(uncertain.progress.state == .uncertain)
            #expect(!uncertain.progress.evidence.isEmpty)
            #expect(try await store.totals().attempts == 2)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `who saw another state or number of attempts is superseded`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let queued = try await store.queue()
            let opening = try ReplySample.change(on: .preflight(try ReplySample.clearSight()), of: queued, at: 5)
            let withdrawing = try ReplySample.change(on: .withdraw(by: "Berta"), of: queued, at: 5)
            let outcomes = [
                try await store.commit(OutboxCommit(opening)), try await store.commit(OutboxCommit(opening)),
                try await store.commit(OutboxCommit(withdrawing)),
            ]
            #expect(outcomes == [.committed, .superseded, .superseded])
            let sending = try await store.entry("o1")
            let closing = try ReplySample.change(on: .answer(ReplySample.answer(status: 429)), of: sending, at: 6)
            #expect(try await store.commit(OutboxCommit(closing)) == .committed)
            #expect(try await store.commit(OutboxCommit(closing)) == .superseded)
            // It is approved again, as when the first opening was decided, but one attempt later.
            #expect(try await store.entry("o1").progress.state == .approved)
            #expect(try await store.commit(OutboxCommit(opening)) == .superseded)
            #expect(try await store.commit(OutboxCommit(withdrawing)) == .superseded)
            #expect(try await store.entry("o1").progress == closing.to)
            #expect(try await store.entry("o1").attempts.count == 1)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a step of a row that is not stored is superseded`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let (_, row) = try ReplySample.approval(of: try ReplySample.draft())
            let change = try ReplySample.change(on: .withdraw(by: "Berta"), of: OutboxEntry(row), at: 5)
            #expect(try await store.commit(OutboxCommit(change)) == .superseded)
            #expect(try await store.outbox(before: nil, limit: 9) == [])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `no attempt is opened beside an open one, even by a run that believes it closed`(
        keeper: Keeper
    ) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.queue()
            try await store.step("o1", on: .preflight(try ReplySample.clearSight()), at: 5)
            let open = try await store.entry("o1")
            let believed = open.attempts.map {
                Attempt(
                    outbox: $0.outbox, number: $0.number, openedAt: $0.openedAt, boot: $0.boot, epoch: $0.epoch,
                    result: Attempt.Result(outcome: .unclear, closedAt: ReplySample.now, wire: WireFacts()))
            }
            func step(_ event: OutboxEvent, at minutes: Int64) async throws -> CommitOutcome {
                let change = try ReplySample.change(
                    on: event, of: try await store.entry("o1"), at: minutes, believing: believed)
                return try await store.commit(OutboxCommit(change))
            }
            #expect(try await step(.run, at: 6) == .committed)
            #expect(try await step(.readBack(try ReplySample.clearSight()), at: 60) == .committed)
            let before = try await store.entry("o1")
            #expect(before.progress.state == .approved)
            #expect(try await step(.preflight(try ReplySample.clearSight()), at: 120) == .superseded)
            #expect(try await store.entry("o1") == before)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `an attempt that is closed is not closed again`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.queue()
            try await store.step("o1", on: .preflight(try ReplySample.clearSight()), at: 5)
            let open = try await store.entry("o1").attempts
            try await store.step("o1", on: .answer(ReplySample.answer(status: 429)), at: 6)
            let nextAt = try await store.entry("o1").progress.nextAt
            try await store.step(
                "o1", on: .preflight(try ReplySample.clearSight()), at: (nextAt - ReplySample.now) / 60 + 1)
            let sending = try await store.entry("o1")
            // A run that believes that the first attempt is the open one.
            let confused = try ReplySample.change(
                on: .run, of: sending, at: 99,
                believing: [
                    open[0],
                    Attempt(
                        outbox: "o1", number: 2, openedAt: open[0].openedAt, boot: open[0].boot,
                        epoch: open[0].epoch, result: sending.attempts[0].result),
                ])
            #expect(confused.closed?.number == 1)
            #expect(try await store.commit(OutboxCommit(confused)) == .superseded)
            #expect(try await store.entry("o1") == sending)
            // A run that closes the second, but remembers it otherwise.
            let believed = [
                sending.attempts[0],
                Attempt(
                    outbox: "o1", number: 2, openedAt: open[0].openedAt, boot: open[0].boot, epoch: open[0].epoch),
            ]
            let closing = try ReplySample.change(
                on: .answer(ReplySample.answer(status: 429)), of: sending, at: 99, believing: believed)
            #expect(try await store.commit(OutboxCommit(closing)) == .committed)
            let closed = try await store.entry("o1").attempts
            #expect(closed[0] == sending.attempts[0])
            #expect(closed[1].openedAt == sending.attempts[1].openedAt)
            #expect(closed[1].result == closing.closed?.result)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `outcome, thread and clock are one commit`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let record = Sample.conversation("c", in: Sample.thread("p1"), wait: Sample.clock(dueAt: 5))
            _ = try await store.commit(Sample.commit("p1", [Sample.write("p1")], conversations: [record]))
            _ = try await store.queue()
            try await store.step("o1", on: .preflight(try ReplySample.clearSight()), at: 5)
            let sending = try await store.entry("o1")
            let change = try ReplySample.change(on: .answer(ReplySample.accepted(as: "r1")), of: sending, at: 6)
            func enter(version: Int64) async throws -> CommitOutcome {
                let answered = Sample.conversation("c", in: Sample.thread("p1"), posts: 2)
                let reply = Sample.commit(
                    "p1", replacing: ["p1": version], [Sample.write("r1", to: "p1")], conversations: [answered])
                return try await store.commit(OutboxCommit(change, threads: [reply]))
            }
            #expect(try await enter(version: 7) == .superseded)
            #expect(try await store.entry("o1") == sending)
            #expect(try await store.totals().waits == 1)
            #expect(try await enter(version: 1) == .committed)
            #expect(try await store.entry("o1").progress == change.to)
            #expect(try await store.ids(in: "p1") == ["p1", "r1"])
            #expect(try await store.totals().waits == 0)
            #expect(try await store.totals().posts == 2)
            // And nothing of the thread where the row has moved on.
            #expect(try await enter(version: 2) == .superseded)
            #expect(try await store.thread(Sample.thread("p1"))?.version == 2)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a post on the platform is bound to one row of the account`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            for (row, root) in [("o1", "p1"), ("o2", "p2")] {
                _ = try await store.queue(row, draft: "d-\(row)", answering: root)
                try await store.step(row, on: .preflight(try ReplySample.clearSight(root)), at: 5)
            }
            #expect(try await store.step("o1", on: .answer(ReplySample.accepted(as: "r1")), at: 6) == .committed)
            let before = try await store.entry("o2")
            #expect(try await store.step("o2", on: .answer(ReplySample.accepted(as: "r1")), at: 6) == .superseded)
            #expect(try await store.entry("o2") == before)
            let elsewhere = Sample.id("r1", on: Network("elsewhere"))
            let asked: Set = [Sample.id("r1"), Sample.id("r2"), Sample.id("p1"), elsewhere]
            #expect(try await store.published(remoteIDs: asked) == [Sample.id("r1")])
            #expect(try await store.step("o2", on: .answer(ReplySample.accepted(as: "r2")), at: 6) == .committed)
            #expect(try await store.published(remoteIDs: asked) == [Sample.id("r1"), Sample.id("r2")])
            #expect(try await store.published(remoteIDs: []) == [])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `what can still change comes by its next instant, everything by its approval`(
        keeper: Keeper
    ) async throws {
        try await keeper.withStore { store async throws in
            for index in 0..<6 {
                _ = try await store.queue("o\(index)", draft: "d\(index)", answering: "p\(index)")
            }
            try await store.step("o0", on: .withdraw(by: "Berta"), at: 3)
            let unread = TargetSight(target: nil, replies: [], isComplete: false, retryAfter: 3600)
            try await store.step("o1", on: .preflight(unread), at: 3)
            let gone = TargetSight(target: .gone, replies: [], isComplete: true)
            try await store.step("o4", on: .preflight(gone), at: 30)
            #expect(try await store.unfinishedOutbox(limit: 9).map(\.id) == ["o2", "o3", "o5", "o4", "o1"])
            #expect(try await store.unfinishedOutbox(limit: 2).map(\.id) == ["o2", "o3"])
            #expect(try await store.unfinishedOutbox(limit: -1) == [])
            let totals = try await store.totals()
            #expect(totals.outbox == 5)
            #expect(totals.held == 1)

            var found: [OutboxEntry] = []
            while true {
                let page = try await store.outbox(before: found.last?.position, limit: 4)
                if page.isEmpty { break }
                found += page
            }
            #expect(found.map(\.id) == ["o5", "o4", "o3", "o2", "o1", "o0"])
            #expect(try await store.outbox(before: nil, limit: 0) == [])
            #expect(try await store.outbox(idPrefix: "o").map(\.id) == ["o0", "o1"])
            #expect(try await store.outbox(idPrefix: "o5").map(\.id) == ["o5"])
            #expect(try await store.outbox(idPrefix: "x") == [])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a person's order comes back as it was given`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.queue()
            let gone = TargetSight(target: .gone, replies: [], isComplete: true)
            try await store.step("o1", on: .preflight(gone), at: 5)
            let held = try await store.entry("o1")
            let change = try ReplySample.change(on: .resolve(.retry, by: "Berta"), of: held, at: 6)
            #expect(try await store.commit(OutboxCommit(change)) == .committed)
            #expect(change.to.order?.waives == .staleTarget)
            #expect(try await store.entry("o1").progress == change.to)
            #expect(try await store.totals().held == 0)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `of two who decide about a held row the second is superseded`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            _ = try await store.queue()
            let gone = TargetSight(target: .gone, replies: [], isComplete: true)
            try await store.step("o1", on: .preflight(gone), at: 5)
            let held = try await store.entry("o1")
            let dropping = try ReplySample.change(on: .resolve(.drop, by: "Berta"), of: held, at: 6)
            let retrying = try ReplySample.change(on: .resolve(.retry, by: "Otto"), of: held, at: 6)
            #expect(try await store.commit(OutboxCommit(dropping)) == .committed)
            #expect(try await store.commit(OutboxCommit(retrying)) == .superseded)
            #expect(try await store.entry("o1").progress == dropping.to)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a row that another store or machine had comes back as restored`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let queued = try await store.queue()
            let change = try ReplySample.change(on: .run, of: queued, at: 5, epoch: "epoch-2")
            #expect(change.to.isRestored)
            #expect(try await store.commit(OutboxCommit(change)) == .committed)
            #expect(try await store.entry("o1").progress == change.to)
        }
    }
}
