import Foundation
import HTTPTypes
import StandIns
import Testing
import Transfers

@Suite struct `Limits of a transfer` {
    let driver = TransferDriver()

    @Test(.timeLimit(.minutes(1))) func `the total time ends it`() async throws {
        let server = try StandInServer(plan: .always(.hang))
        let error = await failure(
            of: try await driver.perform(TransferRequest(url: server.url, limits: .init(totalMilliseconds: 100))))
        #expect(error?.code == .timedOut)
    }

    @Test func `a stalled sender is told from a long one`() async throws {
        let server = try StandInServer(plan: .always(.drip(bytes: 20, everyMilliseconds: 400))) { _ in
            StandInAnswer(text: String(repeating: "x", count: 10_000))
        }
        let error = await failure(
            of: try await driver.perform(
                TransferRequest(
                    url: server.url,
                    limits: .init(totalMilliseconds: 30_000, lowSpeedBytesPerSecond: 5000, lowSpeedSeconds: 1))))
        #expect(error?.code == .tooSlow)
        #expect(error?.statusSeen == 200)
    }

    @Test func `waiting for one's turn is not counted`() async throws {
        let server = try StandInServer(plan: .always(.delay(milliseconds: 300)))
        let driver = TransferDriver(.init(parallel: 1, parallelPerHost: 1))
        let url = server.url
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    _ = try await driver.perform(TransferRequest(url: url, limits: .init(totalMilliseconds: 2000)))
                }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 8)
    }

    @Test func `an answer may be as large as allowed and no larger`() async throws {
        let server = try StandInServer { _ in StandInAnswer(body: Data(count: 100_000)) }
        let fits = try await driver.perform(TransferRequest(url: server.url, limits: .init(answerBytes: 100_000)))
        #expect(fits.body.count == 100_000)
        let error = await failure(
            of: try await driver.perform(TransferRequest(url: server.url, limits: .init(answerBytes: 99_999))))
        #expect(error?.code == .answerTooLarge)
        #expect(error?.statusSeen == 200)
    }

    @Test func `a compressed bomb is stopped by what it unfolds to`() async throws {
        let bomb = Gzip.bomb(atLeast: 1 << 30)
        #expect(bomb.count < 8 << 20)
        let server = try StandInServer { _ in StandInAnswer(headers: [("Content-Encoding", "gzip")], body: bomb) }
        let limits = TransferLimits(answerBytes: 10 << 20)
        let error = await failure(of: try await driver.perform(TransferRequest(url: server.url, limits: limits)))
        #expect(error?.code == .answerTooLarge)

        let stream = try await driver.stream(TransferRequest(url: server.url, limits: limits))
        var received = 0
        let cut = await failure(of: try await stream.read { received += $0.count })
        #expect(cut?.code == .answerTooLarge)
        #expect(received <= 10 << 20)
    }

    @Test func `an answer to a publish request has at most one megabyte`() async throws {
        let server = try StandInServer { _ in StandInAnswer(body: Data(count: (1 << 20) + 1)) }
        let error = await failure(
            of: try await driver.perform(TransferRequest(method: .post, url: server.url, purpose: .publish)))
        #expect(error?.code == .answerTooLarge)
    }

    @Test func `a head without end is stopped`() async throws {
        let filler = String(repeating: "h", count: 1000)
        let server = try StandInServer { _ in
            StandInAnswer(headers: (0..<1000).map { ("X-\($0)", filler) }, text: "ok")
        }
        let error = await failure(of: try await driver.perform(TransferRequest(url: server.url)))
        #expect(error?.code == .answerTooLarge)
    }

    @Test("absurd figures stay limits", arguments: [Int.min, -1, 0, Int.max])
    func absurd(figure: Int) async throws {
        let server = try StandInServer()
        let limits = TransferLimits(
            connectMilliseconds: figure, totalMilliseconds: figure, lowSpeedBytesPerSecond: figure,
            lowSpeedSeconds: figure, answerBytes: figure)
        _ = await failure(of: try await driver.perform(TransferRequest(url: server.url, limits: limits)))
    }
}
