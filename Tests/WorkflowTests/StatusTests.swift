import Foundation
import ServiceHours
import StandIns
import Storage
import TestSupport
import Testing
import Workflow

@Suite struct `What status says of a source` {
    private let noon = WatchedDesk.noon

    @Test func `never read, then well as of the last run, then failing since it began, then well again`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            let server = try StandInServer { _ in
                StandInAnswer(headers: [("ETag", "\"1\"")], text: WatchedDesk.export(["a"]))
            }
            var desk = WatchedDesk()
            desk.read("far", server.url)

            var source = try await status(of: desk, in: folder)
            #expect(source.lastSuccess == nil)
            #expect(source.cursorAge(at: noon) == nil)
            #expect(source.failure == nil)

            for minutes in [0, 5] as [Int64] { _ = try await desk.watch(at: noon + minutes * 60) }
            source = try await status(of: desk, in: folder)
            #expect(source.lastSuccess == noon + 300, "the second run brought nothing, yet it vouches")
            #expect(source.cursorAge(at: noon + 310) == 10)

            server.follow(.always(.answer(StandInAnswer(status: 503, headers: [("Retry-After", "120")]))))
            for minutes in [10, 12] as [Int64] { _ = try await desk.watch(at: noon + minutes * 60) }
            source = try await status(of: desk, in: folder)
            #expect(source.lastSuccess == noon + 300 || source.lastSuccess == noon)
            #expect(source.failure?.since == noon + 600)
            #expect(source.failure?.last == noon + 720)
            #expect(source.suspendedUntil == noon + 840)

            server.follow(.none)
            _ = try await desk.watch(at: noon + 13 * 60)
            #expect(try await status(of: desk, in: folder).failure != nil, "it was not asked within the pause")
            _ = try await desk.watch(at: noon + 14 * 60)
            source = try await status(of: desk, in: folder)
            #expect(source.failure == nil)
            #expect(source.suspendedUntil == nil)
            #expect(source.lastSuccess == noon + 840)
        }
    }

    @Test func `a pause is a day at the most, whatever the server says`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            let answer = StandInAnswer(status: 429, headers: [("Retry-After", "99999999999999999999")])
            let server = try StandInServer(plan: .always(.answer(answer)))
            var desk = WatchedDesk()
            desk.read("far", server.url)
            _ = try await desk.watch()
            #expect(try await status(of: desk, in: folder).suspendedUntil == noon + 86_400)
        }
    }

    @Test func `a source that was never asked has no success of a run it was not part of`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            let server = try StandInServer { _ in StandInAnswer(text: WatchedDesk.export(["a"])) }
            var desk = WatchedDesk()
            desk.read("far", server.url)
            _ = try await desk.watch()
            let report = try await StatusReport.ask(desk.store, sources: ["far", "new"], folder: folder)
            #expect(report.sources.map(\.name) == ["far", "new"])
            #expect(report.sources[1].lastSuccess == nil)
            #expect(report.totals.posts == 1)
            #expect(report.lastRun?.command == "watch")
            #expect(report.lock == nil)
        }
    }

    @Test func `the lock is its holder's until it is let go`() async throws {
        try await ProjectFiles.withTemporaryFolder { folder in
            var lock: RunLock? = try RunLock.take("watch", in: folder, at: noon)
            let holder = try #require(RunLock.holder(of: "watch", in: folder))
            #expect(holder.pid == getpid())
            #expect(holder.since == noon.rfc3339)
            #expect(holder.command == "watch")
            #expect(throws: Problem.self) { try RunLock.take("watch", in: folder, at: noon) }
            let other = try RunLock.take("import", in: folder, at: noon)
            withExtendedLifetime((lock, other)) {}
            lock = nil
            // A child that another test starts has the lock, too, until its program begins.
            for _ in 0..<100 where RunLock.holder(of: "watch", in: folder) != nil {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(RunLock.holder(of: "watch", in: folder) == nil)
            withExtendedLifetime(try RunLock.take("watch", in: folder, at: noon)) {}
        }
    }

    private func status(of desk: WatchedDesk, in folder: URL) async throws -> StatusReport.Source {
        let report = try await StatusReport.ask(desk.store, sources: desk.sources.map(\.name), folder: folder)
        return try #require(report.sources.first)
    }
}
