import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Resolutions in a store` {
    private static func clock(
        due minutes: Int64?, paused: Int64? = nil, ending: ResolutionClock.Ending? = nil, isLive: Bool = true
    ) -> ResolutionClock {
        ResolutionClock(
            origin: "p1", startedAt: Sample.start, seenAt: Sample.start + 5, isLive: isLive, target: 7_200,
            targetName: "vip \u{e4}", policy: 3,
            stretches: [.init(from: Sample.start, to: paused.map { Sample.start + $0 * 60 })]
                + (paused != nil && minutes != nil ? [.init(from: Sample.start + 3_600, to: nil)] : []),
            dueAt: minutes.map { Sample.start + $0 * 60 }, retargetedAt: Sample.start + 7, ending: ending)
    }

    private static func record(
        _ id: String, _ clock: ResolutionClock, silence: Int64? = nil, resolved: Int64? = nil, isHistory: Bool = false,
        mergedInto: String? = nil
    ) -> ConversationRecord {
        let like = Sample.conversation(id)
        return ConversationRecord(
            id: id, account: like.account, platform: like.platform, thread: like.thread, opener: like.opener,
            opening: like.opening, openedAt: like.openedAt, lastPostAt: like.lastPostAt, posts: 1, intent: .complaint,
            language: .german, register: .sie, urgency: 0, flags: [], url: nil, isHistory: isHistory,
            standing: ConversationStanding(
                owedFrom: nil, isWaiting: clock.dueAt == nil, waitsUntil: Sample.start + 99,
                resolvedAt: (silence ?? resolved).map { Sample.start + $0 * 60 }, isEndedBySilence: silence != nil),
            wait: nil,
            firstResponse: Sample.clock(
                dueAt: 5, ending: .cancelled(.answeredByPeer, at: Sample.start + 60)),
            resolution: clock, mergedInto: mergedInto)
    }

    static let records: [ConversationRecord] = {
        func end(_ minutes: Int64) -> ResolutionClock.Ending { .resolved(at: Sample.start + minutes * 60) }
        return [
            record("late", clock(due: 30)), record("soon", clock(due: 10)),
            record("pause-that-ends", clock(due: 20, paused: 5)),
            record("resolved", clock(due: 15, ending: end(9)), resolved: 9),
            record("cancelled", clock(due: 15, ending: .cancelled(at: Sample.start))),
            record("history", clock(due: 15), isHistory: true),
            record("old", clock(due: 15, isLive: false)),
            record("ends-in-time", clock(due: 900, ending: end(800)), silence: 800),
            record("rests", clock(due: nil, paused: 5, ending: end(700)), silence: 700),
            record("rests-longer", clock(due: nil, paused: 5), mergedInto: "x"),
            record("rested", clock(due: nil, paused: 5, ending: end(50)), silence: 50),
        ]
    }()

    @Test(arguments: Keeper.allCases)
    func `stand in the order of their due time, those that rest behind them`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let page = Sample.page(
                Sample.commit("r1", [Sample.write("p1", to: "r1")], conversations: Self.records))
            #expect(try await store.commit(page) == .committed)
            func ids(until minutes: Int64?, limit: Int = 99) async throws -> [String] {
                try await store.resolutions(
                    dueUntil: minutes.map { Sample.start + $0 * 60 }, at: Sample.start + 60 * 60, limit: limit
                ).map(\.id)
            }
            #expect(try await ids(until: nil) == ["soon", "pause-that-ends", "late", "rests", "rests-longer"])
            #expect(try await ids(until: 20) == ["soon", "pause-that-ends"])
            #expect(try await ids(until: 9) == [])
            #expect(try await ids(until: nil, limit: 4) == ["soon", "pause-that-ends", "late", "rests"])
            #expect(try await ids(until: nil, limit: 0) == [])

            // And each comes back as it was.
            for record in Self.records {
                #expect(try await store.conversations(idPrefix: record.id).first { $0.id == record.id } == record)
            }
        }
    }
}
