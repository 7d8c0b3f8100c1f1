import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `Response clocks` {
    private func at(_ minutes: Int64) -> Instant { SmallThread.start + minutes * 60 }

    private func run(_ events: [ClockEvent]) throws -> [ResponseClock] {
        ConversationClocks.run(events, under: try TestPolicies.roundTheClock(first: 30, next: 60)).responses
    }

    @Test func `the first answer ends the first-response clock, the next wait has a clock of its own`() throws {
        let clocks = try run([
            .post("a", at: at(0), isLive: true), .answer("x", at: at(20)), .post("b", at: at(100), isLive: true),
        ])
        #expect(clocks.map(\.kind) == [.firstResponse, .nextResponse])
        #expect(clocks[0].ending == .answered(by: "x", at: at(20)))
        #expect(clocks[0].state(at: at(500)) == .met)
        #expect(clocks[1].startedAt == at(100))
        #expect(clocks[1].dueAt == at(160))
    }

    @Test(arguments: [(29, .met), (30, .met), (31, .breached)] as [(Int64, ClockState)])
    func `an answer at the due instant is in time`(minutes: Int64, expected: ClockState) throws {
        let clocks = try run([.post("a", at: at(0), isLive: true), .answer("x", at: at(minutes))])
        #expect(clocks[0].state(at: at(500)) == expected)
    }

    @Test(arguments: [(30, .running), (31, .breached)] as [(Int64, ClockState)])
    func `an unanswered wait is breached only after the due instant`(
        minutes: Int64, expected: ClockState
    ) throws {
        #expect(try run([.post("a", at: at(0), isLive: true)])[0].state(at: at(minutes)) == expected)
    }

    @Test func `several posts of one wait start it once, at the first`() throws {
        let clocks = try run([
            .post("b", at: at(10), isLive: true), .post("a", at: at(0), isLive: true),
            .post("c", at: at(29), isLive: true),
        ])
        #expect(clocks.count == 1)
        #expect(clocks[0].origin == "a")
    }

    @Test func `a deleted post hands its clock to the oldest one left`() throws {
        let clocks = try run([
            .post("a", at: at(0), isLive: true), .post("b", at: at(20), isLive: true), .deletion(of: "a", at: at(25)),
        ])
        #expect(clocks.count == 1)
        #expect(clocks[0].origin == "b")
        #expect(clocks[0].dueAt == at(50))
    }

    @Test func `a deletion with nothing left cancels, and a later post starts the first clock anew`() throws {
        let clocks = try run([
            .post("a", at: at(0), isLive: true), .deletion(of: "a", at: at(25)), .post("b", at: at(40), isLive: true),
        ])
        #expect(clocks.map(\.kind) == [.firstResponse, .firstResponse])
        #expect(clocks[0].state(at: at(500)) == .cancelled)
        #expect(clocks[1].origin == "b")
    }

    @Test func `a breach stays when the customer takes the post back afterwards`() throws {
        let clocks = try run([.post("a", at: at(0), isLive: true), .deletion(of: "a", at: at(90))])
        #expect(clocks[0].state(at: at(500)) == .breached)
    }

    @Test func `an answer nobody waited for starts and ends nothing`() throws {
        #expect(try run([.answer("x", at: at(5))]).isEmpty)
    }

    @Test func `a live post takes over the clock of a wait that began in history`() throws {
        let clocks = try run([.post("old", at: at(0), isLive: false), .post("new", at: at(600), isLive: true)])
        #expect(clocks.count == 1)
        #expect(clocks[0].origin == "new")
        #expect(clocks[0].kind == .firstResponse)
    }

    @Test func `every order of the same events gives the same clocks`() throws {
        let events: [ClockEvent] = [
            .post("a", at: at(0), isLive: true), .post("b", at: at(3), isLive: true), .answer("x", at: at(20)),
            .post("c", at: at(90), isLive: true), .deletion(of: "c", at: at(95)), .post("d", at: at(95), isLive: true),
            .answer("y", at: at(300)),
        ]
        let expected = try run(events)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<50 { #expect(try run(events.shuffled(using: &generator)) == expected) }
    }
}
