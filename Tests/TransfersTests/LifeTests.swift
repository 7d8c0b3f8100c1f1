import Foundation
import StandIns
import Testing
import Transfers

@Suite(.timeLimit(.minutes(1))) struct `The driver's life` {
    @Test func `cancelling a task ends its transfer at once`() async throws {
        let server = try StandInServer(plan: .always(.hang))
        let driver = TransferDriver()
        let request = TransferRequest(url: server.url)
        let task = Task { await driver.failure(performing: request) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        let error = await task.value
        #expect(error?.code == .cancelled)
        #expect(error?.isNotSent == false)
    }

    @Test func `a task cancelled before it begins sends nothing`() async throws {
        let server = try StandInServer()
        let driver = TransferDriver()
        let request = TransferRequest(url: server.url)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await driver.failure(performing: request)
        }
        task.cancel()
        let error = await task.value
        #expect(error?.code == .cancelled)
        #expect(error?.isNotSent == true)
        #expect(server.requests.isEmpty)
    }

    @Test func `cancelled while waiting for a turn, a transfer leaves the line`() async throws {
        let server = try StandInServer(plan: FaultPlan([.init(occurrences: 1...1, [.hang])]))
        let driver = TransferDriver(.init(parallel: 1))
        let request = TransferRequest(url: server.url)
        let first = Task { await driver.failure(performing: request) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        let second = Task { await driver.failure(performing: request) }
        try await Task.sleep(for: .milliseconds(50))
        second.cancel()
        #expect(await second.value?.code == .cancelled)
        first.cancel()
        #expect(await first.value?.code == .cancelled)
        _ = try await driver.perform(request)
        #expect(server.requests.count == 2)
    }

    @Test func `shutting down lets those under way finish and refuses others`() async throws {
        let server = try StandInServer(plan: .always(.delay(milliseconds: 200)))
        let driver = TransferDriver()
        let request = TransferRequest(url: server.url)
        let task = Task { await driver.failure(performing: request) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        await driver.shutdown(after: .seconds(5))
        #expect(await task.value == nil)
        let late = await driver.failure(performing: request)
        #expect(late?.code == .stopped)
        #expect(late?.isNotSent == true)
    }

    @Test func `grace ends, and with it whatever still runs`() async throws {
        let server = try StandInServer(plan: .always(.hang))
        let driver = TransferDriver()
        let request = TransferRequest(url: server.url)
        let task = Task { await driver.failure(performing: request) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        await driver.shutdown(after: .milliseconds(100))
        #expect(await task.value?.code == .stopped)
        await driver.shutdown()
    }

    @Test func `a driver that was never used shuts down too`() async throws {
        let driver = TransferDriver()
        await driver.shutdown()
        let error = await failure(of: try await driver.perform(TransferRequest(url: "https://a.invalid/")))
        #expect(error?.code == .stopped)
    }

    @Test func `many drivers come and go under load`() async throws {
        let server = try StandInServer(plan: .always(.delay(milliseconds: 5)))
        let url = server.url
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    let driver = TransferDriver()
                    await withTaskGroup(of: Void.self) { requests in
                        for _ in 0..<20 {
                            requests.addTask {
                                _ = await driver.failure(performing: TransferRequest(url: url))
                            }
                        }
                        await driver.shutdown(after: .milliseconds(10))
                    }
                }
            }
        }
        server.stop()
    }
}
