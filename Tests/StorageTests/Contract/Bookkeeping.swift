import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Sources, policies, quarantine and runs` {
    @Test(arguments: Keeper.allCases)
    func `a source keeps the instant it was added`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            try await store.add(sources: ["a"], at: Instant(seconds: 1))
            try await store.add(sources: ["a", "b"], at: Instant(seconds: 2))
            let states = try await store.sourceStates()
            #expect(states.mapValues(\.addedAt) == ["a": Instant(seconds: 1), "b": Instant(seconds: 2)])
            #expect(states["a"]?.cursor == nil)
            #expect(states["a"]?.health == SourceHealth())
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a cursor moves with its page and only from where the caller saw it`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            try await store.add(sources: ["a"], at: Instant(seconds: 1))
            func move(_ id: String, from: String?, to: String) async throws -> CommitOutcome {
                try await store.commit(
                    Sample.page(
                        Sample.commit(id, [Sample.write(id)]), cursor: CursorMove(source: "a", from: from, to: to)))
            }
            #expect(try await move("p1", from: nil, to: "one") == .committed)
            #expect(try await move("p2", from: nil, to: "two") == .superseded)
            #expect(try await move("p3", from: "zero", to: "two") == .superseded)
            #expect(try await move("p4", from: "one", to: "") == .committed)
            #expect(try await move("p5", from: nil, to: "three") == .superseded)
            #expect(try await store.sourceStates()["a"]?.cursor == "")
            // A page that brought nothing moves it too; a page whose threads are stale does not.
            #expect(
                try await store.commit(Sample.page(cursor: CursorMove(source: "a", from: "", to: "x"))) == .committed)
            #expect(try await move("p1", from: "x", to: "y") == .superseded)
            #expect(try await store.sourceStates()["a"]?.cursor == "x")
            #expect(try await store.totals().posts == 2)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a cursor of a source that was never added is a defect of the caller`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            await #expect {
                let cursor = CursorMove(source: "nobody", from: nil, to: "x")
                _ = try await store.commit(Sample.page(Sample.commit("p", [Sample.write("p")]), cursor: cursor))
            } throws: {
                ($0 as? StorageError)?.code == .internal
            }
            #expect(try await store.totals().posts == 0)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `health is written for the sources named, and leaves cursors alone`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            try await store.add(sources: ["a", "b"], at: Instant(seconds: 1))
            _ = try await store.commit(Sample.page(cursor: CursorMove(source: "a", from: nil, to: "c")))
            let failure = SourceFailure(
                since: Instant(seconds: 3), last: Instant(seconds: 4), code: "timeout", message: "no answer")
            let ill = SourceHealth(
                lastSuccess: Instant(seconds: 2), failure: failure, suspendedUntil: Instant(seconds: 9))
            try await store.record(health: ["a": ill, "unknown": ill])
            #expect(try await store.sourceStates()["a"]?.health == ill)
            #expect(try await store.sourceStates()["b"]?.health == SourceHealth())
            #expect(try await store.sourceStates()["unknown"] == nil)
            let well = SourceHealth(lastSuccess: Instant(seconds: 10))
            try await store.record(health: ["a": well])
            #expect(try await store.sourceStates()["a"]?.health == well)
            #expect(try await store.sourceStates()["a"]?.cursor == "c")
        }
    }

    @Test(arguments: Keeper.allCases)
    func `accounts of imports are kept by name, the newest state of each`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            func account(_ name: String, _ author: Author, unassigned: Bool = false) -> Account {
                Account(
                    name: name, platform: "export", network: Sample.network, author: author,
                    takesUnassigned: unassigned)
            }
            var page = PageCommit()
            page.accounts = [account("b", Author(id: "1")), account("a", Author(id: ""), unassigned: true)]
            #expect(try await store.commit(page) == .committed)
            let newer = account("b", Author(id: "1", handle: "brand", name: "Brand"))
            page.accounts = [newer]
            #expect(try await store.commit(page) == .committed)
            #expect(
                try await store.importedAccounts() == [account("a", Author(id: ""), unassigned: true), newer])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a policy's number is taken once`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            func policy(_ number: Int, hours: String) -> PolicyVersion {
                PolicyVersion(
                    number: number, effectiveFrom: Instant(seconds: Int64(number)),
                    targets: [
                        Target(name: "standard", calendar: "c", firstResponse: 1, nextResponse: 2, warnAtPercent: [50])
                    ],
                    calendars: [
                        CalendarDefinition(
                            name: "c", hours: hours, timezone: "Europe/Berlin", holidays: .region("DE-BE")),
                        CalendarDefinition(name: "d", hours: "24/7", timezone: "UTC", holidays: .dates(["2026-01-01"])),
                    ])
            }
            #expect(try await store.policies().isEmpty)
            #expect(try await store.adopt(policy(2, hours: "Mo-Fr 09:00-17:00")) == .committed)
            #expect(try await store.adopt(policy(1, hours: "24/7")) == .committed)
            #expect(try await store.adopt(policy(2, hours: "off")) == .superseded)
            #expect(
                try await store.policies() == [policy(1, hours: "24/7"), policy(2, hours: "Mo-Fr 09:00-17:00")])
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a quarantined record is kept byte for byte until it is released or given up`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let raws: [[UInt8]] = [[], [0], Array(0...255), Array(repeating: 0xFF, count: 70_000)]
            var page = PageCommit()
            page.quarantined = raws.enumerated().map { index, raw in
                NewQuarantine(
                    source: "s", place: "line \(index)", code: "json", reason: "because", raw: raw,
                    at: Instant(seconds: Int64(index)))
            }
            #expect(try await store.commit(page) == .committed)
            let all = try await store.quarantine(after: 0, limit: 99)
            #expect(all.map(\.raw) == raws)
            #expect(all.map(\.place) == ["line 0", "line 1", "line 2", "line 3"])
            #expect(try await store.totals().quarantined == 4)
            let ids = all.map(\.id)
            #expect(try await store.quarantine(after: ids[1], limit: 1).map(\.id) == [ids[2]])
            #expect(try await store.quarantined(ids[2]) == all[2])

            var release = PageCommit()
            release.released = [ids[0]]
            #expect(try await store.commit(release) == .committed)
            #expect(try await store.quarantined(ids[0]) == nil)
            #expect(try await store.discard(quarantined: [ids[0], ids[3], ids[1], 999]) == 2)
            #expect(try await store.discard(quarantined: []) == 0)
            #expect(try await store.quarantine(after: 0, limit: 99).map(\.id) == [ids[2]])
            // A number that a person has seen never comes to mean another record.
            #expect(try await store.commit(page) == .committed)
            #expect(try await store.quarantine(after: ids[3], limit: 99).count == 4)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the newest thousand runs are kept`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            func run(_ number: Int) -> RunRecord {
                RunRecord(
                    command: "watch", startedAt: Instant(seconds: Int64(number)),
                    endedAt: Instant(seconds: Int64(number) + 1), exitCode: number % 3, summary: "{\"new\":\(number)}")
            }
            for number in 1...1003 { try await store.record(run(number)) }
            #expect(try await store.runs(limit: 2) == [run(1003), run(1002)])
            let all = try await store.runs(limit: 5000)
            #expect(all.count == 1000)
            #expect(all.last == run(4))
        }
    }
}
