import Testing
import Workflow

@Suite struct `The hand-over between reading and storing` {
    @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 7]) func `passes every item on once, in order`(_ room: Int) async {
        let handoff = Handoff<Int>(room: room)
        async let taken = all(of: handoff)
        for number in 0..<5000 { #expect(await handoff.give(number)) }
        await handoff.finish()
        #expect(await taken == Array(0..<5000))
        #expect(await handoff.take() == nil)
    }

    @Test(.timeLimit(.minutes(1))) func `lets the reader run ahead no further than its room`() async throws {
        let handoff = Handoff<Int>(room: 2)
        let reader = Task {
            for number in 1...3 { _ = await handoff.give(number) }
            await handoff.finish()
        }
        try await Task.sleep(for: .milliseconds(50))
        #expect(await handoff.take() == 1)
        #expect(await handoff.take() == 2)
        #expect(await handoff.take() == 3)
        #expect(await handoff.take() == nil)
        await reader.value
    }

    @Test(.timeLimit(.minutes(1))) func `tells a reader that waits, and every later one, that nobody takes any more`()
        async throws
    {
        let handoff = Handoff<Int>(room: 1)
        #expect(await handoff.give(1))
        async let second = handoff.give(2)
        try await Task.sleep(for: .milliseconds(50))
        await handoff.close()
        #expect(await second == false)
        #expect(await handoff.give(3) == false)
    }

    @Test(.timeLimit(.minutes(1))) func `ends for whoever waits when nothing follows`() async throws {
        let handoff = Handoff<Int>(room: 1)
        async let taken = handoff.take()
        try await Task.sleep(for: .milliseconds(50))
        await handoff.finish()
        #expect(await taken == nil)
    }

    private func all(of handoff: Handoff<Int>) async -> [Int] {
        var taken: [Int] = []
        while let number = await handoff.take() {
            taken.append(number)
            if number % 100 == 0 { await Task.yield() }
        }
        return taken
    }
}
