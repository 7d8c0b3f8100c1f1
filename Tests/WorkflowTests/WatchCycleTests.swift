import Dialogue
import Foundation
import ServiceHours
import StandIns
import Storage
import TestSupport
import Testing
import Transfers
import Workflow

@Suite struct `One run over all sources` {
    @Test func `stops a source at its budget of records and goes on there`() async throws {
        let export = WatchedDesk.export((1...12_000).map { "post-\($0)" })
        let server = try StandInServer { _ in StandInAnswer(headers: [("ETag", "\"1\"")], text: export) }
        var desk = WatchedDesk()
        desk.read("far", server.url, budget: .init(items: 5000))
        for (stored, hasMore) in [(5000, true), (10_000, true), (12_000, false), (12_000, false)] {
            let report = try await desk.watch()
            #expect(report.failureKind == nil)
            #expect(report.results.map(\.hasMore) == [hasMore])
            #expect(report.summary.duplicate == 0)
            #expect(try await desk.posts == stored)
        }
    }

    @Test func `lists what it quarantined, however it ends`() async throws {
        let export = WatchedDesk.export(["a"]) + "{broken\n" + WatchedDesk.export((1...6000).map { "post-\($0)" })
        let server = try StandInServer { _ in StandInAnswer(text: export) }
        var spent = WatchedDesk()
        spent.read("far", server.url, budget: .init(items: 10))
        let stopped = try await spent.watch()
        #expect(stopped.results.map(\.hasMore) == [true])
        #expect(stopped.problems.map(\.place) == ["far, record 2 (line 2)"])
        #expect(stopped.failureKind == .partial)

        server.follow(.always(.cut(afterBytes: export.utf8.count - 10)))
        var cut = WatchedDesk()
        cut.read("far", server.url)
        let failed = try await cut.watch()
        #expect(failed.problems.map(\.place) == ["far", "far, record 2 (line 2)"])
    }

    @Test func `stops a source at its budget of time and of requests`() async throws {
        let server = try StandInServer { _ in StandInAnswer(text: WatchedDesk.export(["post"])) }
        var desk = WatchedDesk()
        desk.read("late", server.url, budget: .init(seconds: 0))
        desk.read("asked", server.url, budget: .init(requests: 0))
        let report = try await desk.watch()
        #expect(report.results.map(\.hasMore) == [true, true])
        #expect(report.failureKind == nil)
        #expect(server.requests.isEmpty)
        #expect(try await desk.posts == 0)
    }

    @Test func `gives up in time with a large export whose pages are all new`() async throws {
        let export = WatchedDesk.export((1...12_000).map { "post-\($0)" })
        let server = try StandInServer { _ in StandInAnswer(text: export) }
        var desk = WatchedDesk()
        desk.read("far", server.url, budget: .init(seconds: 2))
        let report = try await desk.watch(elapsed: Ticking().next)
        #expect(report.results.map(\.hasMore) == [true])
        #expect(try await desk.posts == 5000, "the page that was complete is kept")
    }

    @Test(.timeLimit(.minutes(1))) func `lets a slow source hold up no other`() async throws {
        let slow = try StandInServer(plan: .always(.hang))
        let quick = try StandInServer { _ in StandInAnswer(text: WatchedDesk.export(["post"])) }
        var desk = WatchedDesk()
        for number in 1...20 { desk.read("slow-\(number)", slow.url) }
        desk.read("z-quick", quick.url)
        let running = desk
        async let report = running.watch()
        while try await desk.posts == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(!slow.requests.isEmpty)
        slow.stop()
        let results = try await report.results
        #expect(results.count { $0.failure != nil } == 20)
        #expect(results.last?.summary.new == 1)
    }

    @Test func `decides a page anew when somebody else was faster`() async throws {
        let store = RestlessStore(.superseded(3))
        let server = try StandInServer { _ in StandInAnswer(text: WatchedDesk.export(["a", "b"])) }
        var desk = WatchedDesk(store)
        desk.read("far", server.url)
        let report = try await desk.watch()
        #expect(report.failureKind == nil)
        #expect(report.summary.new == 2, "counted once, however often it was decided")
        #expect(report.summary.conversations == 2)
        #expect(store.tries == 4)
    }

    @Test func `says so when others keep changing the same threads`() async throws {
        let server = try StandInServer { _ in StandInAnswer(text: WatchedDesk.export(["a"])) }
        var desk = WatchedDesk(RestlessStore(.superseded(.max)))
        desk.read("far", server.url)
        let report = try await desk.watch()
        #expect(report.results.first?.failure?.kind == .locked)
        #expect(try await desk.posts == 0)
        #expect(try await desk.store.sourceStates()["far"]?.cursor == nil)
    }

    @Test(.timeLimit(.minutes(1))) func `stops reading when the store takes no more`() async throws {
        let export = WatchedDesk.export((1...25_000).map { "post-\($0)" })
        let server = try StandInServer { _ in StandInAnswer(text: export) }
        var desk = WatchedDesk(RestlessStore(.fullAfter(1)))
        desk.read("far", server.url)
        let report = try await desk.watch()
        #expect(report.failureKind == .io)
        #expect(report.summary.new == 5000)
        #expect(report.summary.failed == 1)
        #expect(try await desk.store.sourceStates()["far"]?.health.failure?.code == "store")
    }

    @Test func `of two readers of one export leaves every post once`() async throws {
        let export = WatchedDesk.export((1...6000).map { "post-\($0)" })
        let server = try StandInServer { _ in StandInAnswer(text: export) }
        let store = MemoryStore()
        var (one, other) = (WatchedDesk(store), WatchedDesk(store))
        one.read("one", server.url)
        other.read("other", server.url)
        let (first, second) = (one, other)
        async let reports = (first.watch(), second.watch())
        let (left, right) = try await reports
        #expect(left.failureKind == nil)
        #expect(right.failureKind == nil)
        #expect(left.summary.new + right.summary.new == 6000)
        #expect(left.summary.duplicate + right.summary.duplicate == 6000)
        let totals = try await store.totals()
        #expect(totals.posts == 6000)
        #expect(totals.conversations == 6000)
    }

    @Test func `keeps one record of itself, with its counts and its end`() async throws {
        var desk = WatchedDesk()
        desk.read("gone", "http://127.0.0.1:1/")
        _ = try await desk.watch(elapsed: { 7 })
        let run = try #require(try await desk.store.runs(limit: 2).first)
        #expect(try await desk.store.runs(limit: 2).count == 1)
        #expect(run.command == "watch")
        #expect(run.startedAt == WatchedDesk.noon)
        #expect(run.endedAt == WatchedDesk.noon + 7)
        #expect(run.exitCode == 69)
        #expect(run.summary.contains("\"failed\":1"))
    }

    @Test func `posts older than the source are history, unless it says otherwise`() async throws {
        let server = try StandInServer { request in
            StandInAnswer(text: WatchedDesk.export([String(request.path.dropFirst())]))
        }
        var desk = WatchedDesk()
        desk.triage = WatchedDesk.literate
        desk.read("new", server.url + "/a")
        desk.read("old", server.url + "/b", liveSince: Instant(seconds: 0))
        _ = try await desk.watch()
        let queue = try await desk.store.queue(dueUntil: nil, limit: 9)
        #expect(queue.map(\.opening) == ["b"])
    }
}
