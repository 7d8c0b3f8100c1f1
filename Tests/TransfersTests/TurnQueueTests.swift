import Testing
import Transfers

@Suite struct `Turns` {
    @Test func `no more than allowed run, in total and at one host`() {
        var queue = TurnQueue<Int>(total: 3, perHost: 2)
        for item in 0..<4 { queue.enqueue(item, at: "a") }
        for item in 10..<12 { queue.enqueue(item, at: "b") }
        #expect([queue.next(), queue.next(), queue.next(), queue.next()] == [0, 10, 1, nil])
        queue.release("a")
        #expect([queue.next(), queue.next()] == [11, nil])
        queue.release("b")
        #expect([queue.next(), queue.next()] == [2, nil])
    }

    @Test func `a host that is full does not block the others`() {
        var queue = TurnQueue<Int>(total: 10, perHost: 1)
        for item in 0..<1000 { queue.enqueue(item, at: "slow") }
        queue.enqueue(5000, at: "quick")
        #expect([queue.next(), queue.next(), queue.next()] == [0, 5000, nil])
    }

    @Test func `everybody's turn comes once, in order at each host`() {
        var queue = TurnQueue<Int>(total: 5, perHost: 2)
        var (running, seen): ([Int], [Int]) = ([], [])
        for item in 0..<3000 { queue.enqueue(item, at: "\(item % 7)") }
        repeat {
            while let item = queue.next() {
                running.append(item)
                seen.append(item)
            }
            #expect(running.count <= 5)
            queue.release("\(running.removeFirst() % 7)")
        } while !running.isEmpty
        #expect(seen.sorted() == Array(0..<3000))
        for host in 0..<7 { #expect(seen.filter { $0 % 7 == host } == Array(stride(from: host, to: 3000, by: 7))) }
    }
}
