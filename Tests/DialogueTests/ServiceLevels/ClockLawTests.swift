import Dialogue
import ServiceHours
import TestSupport
import Testing

/// What holds for every story, tried on many that chance wrote.
@Suite struct `Laws of the clocks` {
    private static let start = SmallThread.start

    private static func policies(pauses: Bool = true) throws -> ResponsePolicies {
        let calendar = ServiceCalendar(hours: try OpeningHours("Mo-Fr 06:00-20:00"), zone: .utc, holidays: .none)
        return ResponsePolicies(
            [
                Target(
                    name: "standard", calendar: "desk", firstResponse: 1800, nextResponse: 900, resolution: 20_000,
                    pausesOnAnswer: pauses),
                Target(name: "vip", calendar: "desk", firstResponse: 300, nextResponse: 600, resolution: 5_000),
            ].map {
                ResponsePolicies.Entry(
                    policy: 1, effectiveFrom: Instant(seconds: 0), target: $0, calendar: calendar)
            })
    }

    /// A story of up to twelve steps within a few hours, often in the same minute.
    private static func story(_ generator: inout SeededGenerator) -> [ClockEvent] {
        var asked: [(id: String, at: Instant)] = []
        return (0..<Int.random(in: 1...12, using: &generator)).map { step in
            let at = start + Int64.random(in: 0...60, using: &generator) * 180
            switch Int.random(in: 0...11, using: &generator) {
            case 0...3:
                asked.append(("p\(step)", at))
                return .post("p\(step)", at: at, isLive: Bool.random(using: &generator))
            case 4, 5: return .answer("b\(step)", at: at)
            case 6: return .peerAnswer("h\(step)", at: at)
            case 7:
                guard let taken = asked.randomElement(using: &generator) else { return .talk("t\(step)", at: at) }
                return .deletion(of: taken.id, at: max(at, taken.at))
            case 8: return .pause(at: at, until: Bool.random(using: &generator) ? at + 3_600 : nil)
            case 9: return Bool.random(using: &generator) ? .resume(at: at) : .reopen(at: at)
            case 10: return .priority(["standard", "vip"][step % 2], at: at)
            default: return .resolve(at: at)
            }
        }
    }

    private static func stories(_ count: Int, _ body: ([ClockEvent], ConversationClocks) throws -> Void) throws {
        var generator = SeededGenerator(seed: 2_026)
        let policies = try policies()
        for _ in 0..<count {
            let events = story(&generator)
            try body(events, .run(events, under: policies))
        }
    }

    @Test func `the order in which events become known changes nothing`() throws {
        var generator = SeededGenerator(seed: 5)
        let policies = try Self.policies()
        try Self.stories(2_000) { events, clocks in
            #expect(ConversationClocks.run(events.shuffled(using: &generator), under: policies) == clocks)
        }
    }

    @Test func `while the first response is owed nothing else is`() throws {
        try Self.stories(3_000) { events, clocks in
            for (index, clock) in clocks.responses.enumerated() {
                if clock.ending == nil { #expect(index == clocks.responses.count - 1) }
                guard let next = clocks.responses.dropFirst(index + 1).first else { continue }
                let ending = try #require(clock.ending)
                #expect(next.startedAt >= ending.at || next.kind == clock.kind)
                if next.kind == .firstResponse {
                    // Only where everything was taken back does a first response come twice.
                    let between = events.map(\.at).filter { $0 >= ending.at && $0 <= next.startedAt }
                    #expect(between.contains { Self.standing(at: $0, in: events).isEmpty })
                }
            }
        }
    }

    /// The customer's posts that were not taken back by then.
    private static func standing(at instant: Instant, in events: [ClockEvent]) -> Set<String> {
        var standing: Set<String> = []
        for case .post(let id, let at, _, _, _) in events where at <= instant { standing.insert(id) }
        for case .deletion(let id, let at) in events where at <= instant { standing.remove(id) }
        return standing
    }

    @Test func `a wait is broken at most once`() throws {
        try Self.stories(3_000) { events, clocks in
            let late = Self.start + 400 * 86_400
            let breached = clocks.responses.filter { $0.state(at: late) == .breached }
            #expect(Set(breached.map(\.startedAt)).count == breached.count)
            for (earlier, later) in zip(breached, breached.dropFirst()) {
                // What lies between two breaches is something that ended a wait.
                let end = try #require(earlier.ending?.at)
                #expect(later.startedAt >= end)
            }
            let ends = events.count { event in
                switch event {
                case .answer, .peerAnswer, .resolve, .deletion, .pause(_, _, isAskedFor: true): true
                default: false
                }
            }
            #expect(breached.count <= ends + 1)
        }
    }

    @Test func `nothing is broken in the second in which a clock starts or goes on`() throws {
        try Self.stories(3_000) { events, clocks in
            for clock in clocks.responses { #expect(clock.dueAt.map { $0 > clock.startedAt } ?? false) }
            let seconds = Set(events.map(\.at))
            let policies = try Self.policies()
            for second in seconds {
                let known = events.filter { $0.at <= second }
                let isReopening = known.contains { event in
                    if case .reopen(at: second) = event { true } else { false }
                }
                guard isReopening else { continue }
                let before = ConversationClocks.run(events.filter { $0.at < second }, under: policies)
                let now = ConversationClocks.run(known, under: policies)
                let wasBroken = before.resolution?.state(at: second) == .breached
                #expect(wasBroken || now.resolution?.state(at: second) != .breached || Self.isRetargeted(known, second))
                #expect(now.running?.startedAt != second || now.running?.state(at: second) == .running)
            }
        }
    }

    private static func isRetargeted(_ events: [ClockEvent], _ second: Instant) -> Bool {
        events.contains { event in
            if case .priority(_, at: second) = event { true } else { false }
        }
    }

    @Test func `answering, pausing and closing in one second is the same as one after the other`() throws {
        let question = ClockEvent.post("p1", at: Self.start, isLive: true)
        for pauses in [false, true] {
            let policies = try Self.policies(pauses: pauses)
            for second in [Self.start + 60, Self.start + 1_790, Self.start + 1_900] {
                let steps: [(Int64) -> ClockEvent] = [
                    { .answer("b1", at: second + $0) }, { .pause(at: second + $0) }, { .resolve(at: second + $0) },
                ]
                for taken in [[0], [0, 1], [0, 2], [1, 2], [0, 1, 2], [2], [1]] {
                    let apart = taken.enumerated().map { steps[$1](Int64($0)) }
                    for order in [taken, taken.reversed()] {
                        let together = order.map { steps[$0](0) }
                        let left = ConversationClocks.run([question] + together, under: policies)
                        let right = ConversationClocks.run([question] + apart, under: policies)
                        let now = second + 60
                        #expect(left.standing.state(at: now) == right.standing.state(at: now))
                        #expect(left.responses.map { $0.state(at: now) } == right.responses.map { $0.state(at: now) })
                        #expect(left.responses.map(\.isAnswered) == right.responses.map(\.isAnswered))
                        #expect(left.resolution?.state(at: now) == right.resolution?.state(at: now))
                    }
                }
            }
        }
    }

    @Test func `what counts and what is left add up to what was promised`() throws {
        let calendar = ServiceCalendar(hours: try OpeningHours("Mo-Fr 06:00-20:00"), zone: .utc, holidays: .none)
        try Self.stories(3_000) { _, clocks in
            guard let clock = clocks.resolution, let due = clock.dueAt, clock.ending == nil else { return }
            let verdict = ClockVerdict(of: clock, at: due, in: calendar)
            if verdict.state == .running { #expect(verdict.elapsed == clock.target && verdict.remaining == 0) }
        }
    }

    @Test func `twenty thousand posts and their deletions take no longer than they must`() throws {
        let policies = try Self.policies()
        var events: [ClockEvent] = []
        for number in 0..<20_000 {
            let at = Self.start + Int64(number)
            events.append(.post("p\(number)", at: at, isLive: true))
            events.append(.deletion(of: "p\(number)", at: at + 20_000))
        }
        let clock = ContinuousClock()
        let taken = clock.measure { _ = ConversationClocks.run(events, under: policies) }
        #expect(taken < .seconds(5))
    }
}

extension ResponseClock {
    fileprivate var isAnswered: Bool {
        if case .answered = ending { true } else { false }
    }
}
