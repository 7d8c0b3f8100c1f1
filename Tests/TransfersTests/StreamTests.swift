import Foundation
import HTTPTypes
import StandIns
import Testing
import Transfers

@Suite struct `Streams` {
    let driver = TransferDriver()

    @Test func `the head is there before the body`() async throws {
        let server = try StandInServer(plan: .always(.hangAfterHead)) { _ in
            StandInAnswer(headers: [("ETag", "\"e\"")], text: "never")
        }
        let stream = try await driver.stream(TransferRequest(url: server.url, limits: .bulk))
        #expect(stream.head.status == .ok)
        #expect(stream.head.validators.entityTag == "\"e\"")
    }

    @Test func `every byte arrives, in order`() async throws {
        let body = Data((0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
        let server = try StandInServer(plan: .always(.chunked(bytes: 9999, trailer: nil))) { _ in
            StandInAnswer(body: body)
        }
        var received = Data()
        for try await chunk in try await driver.stream(TransferRequest(url: server.url)) {
            #expect(!chunk.isEmpty)
            received += chunk
        }
        #expect(received == body)
    }

    @Test func `a sender waits for its reader`() async throws {
        let server = try StandInServer { _ in
            var answer = StandInAnswer(body: Data(repeating: 7, count: 1 << 20))
            answer.repetitions = 256
            return answer
        }
        let stream = try await driver.stream(TransferRequest(url: server.url, limits: .bulk))
        try await Task.sleep(for: .milliseconds(400))
        let sentUnread = server.bytesSent
        #expect(sentUnread < 32 << 20)
        // The driver serves others meanwhile.
        #expect(try await driver.perform(TransferRequest(method: .head, url: server.url)).status == .ok)

        var (received, largest) = (0, 0)
        for try await chunk in stream {
            received += chunk.count
            largest = max(largest, chunk.count)
        }
        #expect(received == 256 << 20)
        #expect(largest <= 2 << 20)
    }

    @Test func `an unchanged export has a head and no body`() async throws {
        let server = try StandInServer { _ in StandInAnswer(status: 304) }
        let stream = try await driver.stream(TransferRequest(url: server.url))
        #expect(stream.head.status == .notModified)
        for try await _ in stream { Issue.record("a 304 has no body") }
    }

    @Test func `a cut is told from an end`() async throws {
        let server = try StandInServer(plan: .always(.cut(afterBytes: 4))) { _ in StandInAnswer(text: "0123456789") }
        let stream = try await driver.stream(TransferRequest(url: server.url))
        var received: [UInt8] = []
        let error = await failure(of: try await stream.read { received += $0 })
        #expect(error?.code == .bodyCut)
        #expect(received == Array("0123".utf8))
    }

    @Test func `a failure before the head is thrown at once`() async throws {
        let server = try StandInServer(plan: .always(.closeBeforeAnswer))
        let error = await failure(of: try await driver.stream(TransferRequest(url: server.url)))
        #expect(error?.code == .emptyAnswer)
    }

    @Test func `a stream that is dropped makes room for others`() async throws {
        let server = try StandInServer { _ in StandInAnswer(body: Data(count: 30 << 20)) }
        let driver = TransferDriver(.init(parallel: 1))
        for _ in 0..<3 {
            var chunks = try await driver.stream(TransferRequest(url: server.url)).makeAsyncIterator()
            #expect(try await chunks.next()?.isEmpty == false)
        }
        #expect(try await driver.perform(TransferRequest(method: .head, url: server.url)).status == .ok)
        await driver.shutdown()
        server.stop()
    }

    @Test func `cancelling the reader ends its wait`() async throws {
        let server = try StandInServer(plan: .always(.hangAfterHead))
        let stream = try await driver.stream(TransferRequest(url: server.url, limits: .bulk))
        let reading = Task { await stream.failureOfReading() }
        try await Task.sleep(for: .milliseconds(50))
        reading.cancel()
        #expect(await reading.value?.code == .cancelled)
    }
}
