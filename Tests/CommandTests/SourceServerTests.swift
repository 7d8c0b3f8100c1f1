import Foundation
import StandIns
import Testing

@Suite struct `Exports on a server` {
    @Test func `that have not changed cost one question and nothing else`() async throws {
        let lines = try Lines.question("post")
        let server = try StandInServer { request in
            request["If-None-Match"] == "\"v1\""
                ? StandInAnswer(status: 304) : StandInAnswer(headers: [("ETag", "\"v1\"")], text: lines)
        }
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let first = try await antwort.run("watch", "--json")
            #expect(try first.summary["new"] == 1)
            let before = try await antwort.conversations()
            for minute in [41, 42] {
                let again = try await antwort.run("watch", "--json", now: "2026-03-06T16:\(minute):00+01:00")
                #expect(again.status == 0)
                for name in `antwort watch`.counts { #expect(try again.summary[name] == 0, "\(name)") }
            }
            #expect(server.requests.count == 3)
            #expect(server.requests.dropFirst().allSatisfy { $0["If-None-Match"] == "\"v1\"" })
            #expect(try await antwort.conversations() == before)
            #expect(
                try await antwort.status(of: "far", now: "2026-03-06T16:42:00+01:00")["last_success"]
                    == "2026-03-06T15:42:00Z")
        }
    }

    @Test func `that have grown are asked for their end alone`() async throws {
        let export = Export(try (1...40).map { try Lines.question("post-\($0)", by: "u-\($0)") })
        let server = try StandInServer { export.answer($0) }
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let first = try await antwort.run("watch", "--json")
            #expect(try first.summary["new"] == 40)
            export.grow(try Lines.question("late", by: "u-late"))
            let sent = server.bytesSent
            let second = try await antwort.run("watch", "--json")
            #expect(second.status == 0)
            #expect(try second.summary["new"] == 1)
            #expect(try second.summary["duplicate"] == 0)
            #expect(server.requests.last?["Range"] != nil)
            #expect(server.bytesSent - sent < 6000, "the old posts came again")
        }
    }

    @Test func `that were replaced are read whole`() async throws {
        let export = Export(try (1...9).map { try Lines.question("post-\($0)", by: "u-\($0)") })
        let server = try StandInServer { export.answer($0) }
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let first = try await antwort.run("watch", "--json")
            #expect(try first.summary["new"] == 9)
            for (name, count) in [("short", 2), ("long", 30)] {
                export.replace(try (1...count).map { try Lines.question("\(name)-\($0)", by: "u-\(name)-\($0)") })
                let next = try await antwort.run("watch", "--json")
                #expect(next.status == 0, "\(next.complaints)")
                #expect(try next.summary["new"].int == count)
            }
        }
    }

    @Test func `that know no ranges are read past what is known`() async throws {
        let export = Export(try (1...3).map { try Lines.question("post-\($0)", by: "u-\($0)") }, knowsRanges: false)
        let server = try StandInServer { export.answer($0) }
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let first = try await antwort.run("watch", "--json")
            #expect(try first.summary["new"] == 3)
            export.grow(try Lines.question("late", by: "u-late"))
            let second = try await antwort.run("watch", "--json")
            #expect(try second.summary["new"] == 1)
            #expect(try second.summary["duplicate"] == 0)
        }
    }

    @Test func `may come compressed`() async throws {
        try await AntwortCommand.withHome { antwort in
            let lines = try (1...50).map { try Lines.question("post-\($0)", by: "u-\($0)") }.joined()
            let gzip = URL(filePath: "/usr/bin/gzip")
            let packed = try await ProgramRun(
                gzip, ["-c"], environment: [:], workingFolder: antwort.home, input: Data(lines.utf8), seconds: 20
            ).outcome().output
            let server = try StandInServer { request in
                request["Accept-Encoding"]?.contains("gzip") == true
                    ? StandInAnswer(headers: [("Content-Encoding", "gzip")], body: packed) : StandInAnswer(text: lines)
            }
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 0)
            #expect(try watched.summary["new"] == 50)
            #expect(server.bytesSent < lines.utf8.count / 2, "it was sent as it is")
        }
    }

    @Test func `that point elsewhere are followed, and their address stays between us`() async throws {
        let lines = try Lines.question("post")
        let other = try StandInServer { _ in StandInAnswer(text: lines) }
        let place = "http://localhost:\(other.port)/elsewhere"
        let server = try StandInServer { _ in
            StandInAnswer(status: 302, headers: [("Location", place), ("Set-Cookie", "session=canary-cookie")])
        }
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl?token=canary-token\"") }
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 0, "\(watched.complaints)")
            #expect(try watched.summary["new"] == 1)
            let request = try #require(other.requests.first)
            #expect(request.target == "/elsewhere")
            for header in request.headers {
                #expect(!header.value.contains("canary"), "\(header.name)")
                #expect(!["authorization", "cookie", "referer"].contains(header.name.lowercased()))
            }
        }
    }

    @Test(arguments: [("600", "2026-03-06T15:50:00Z"), ("Fri, 06 Mar 2026 15:50:00 GMT", "2026-03-06T15:50:00Z")])
    func `that ask for a pause get it, across runs`(_ retryAfter: String, _ end: String) async throws {
        let lines = try Lines.question("post")
        let server = try StandInServer { _ in StandInAnswer(text: lines) }
        server.follow(.always(.answer(StandInAnswer(status: 429, headers: [("Retry-After", retryAfter)]))))
        try await AntwortCommand.withHome { antwort in
            try antwort.settings {
                $0.read("far", "url: \"\(server.url)/export.jsonl\"")
                $0.read("good", "path: good.jsonl")
            }
            try Data(try Lines.question("near", by: "u-nah").utf8).write(to: antwort.home.appending(path: "good.jsonl"))
            let limited = try await antwort.run("watch", "--json")
            #expect(limited.status == 2)
            #expect(server.requests.count == 1)
            let status = try await antwort.status(of: "far")
            #expect(status["suspended_until"].string == end)
            #expect(status["last_error"]["code"] == "limited")

            server.follow(.none)
            for time in ["16:41:00", "16:49:59"] {
                let inside = try await antwort.run("watch", "--json", now: "2026-03-06T\(time)+01:00")
                #expect(inside.status == 0)
            }
            #expect(server.requests.count == 1, "it was asked within the pause")
            #expect(try await antwort.status(of: "far")["suspended_until"].string == end)

            let after = try await antwort.run("watch", "--json", now: "2026-03-06T16:50:00+01:00")
            #expect(after.status == 0)
            #expect(try after.summary["new"] == 1)
            #expect(server.requests.count == 2)
            #expect(try await antwort.status(of: "far")["suspended_until"].isNull)
        }
    }

    @Test func `get no more than their budget in one run, and the rest in the next`() async throws {
        let lines = try (1...12_000).map { try Lines.question("post-\($0)", by: "u-\($0)") }.joined()
        try await AntwortCommand.withHome { antwort in
            try Data(lines.utf8).write(to: antwort.home.appending(path: "full.jsonl"))
            try Data(try Lines.question("near").utf8).write(to: antwort.home.appending(path: "good.jsonl"))
            try antwort.settings {
                $0.read("full", "path: full.jsonl", "budget: {items: 5000}")
                $0.read("good", "path: good.jsonl")
            }
            let counts: [Int] = [5001, 5000, 2000, 0]
            for count in counts {
                let watched = try await antwort.run("watch", "--json")
                #expect(watched.status == 0)
                #expect(try watched.summary["new"].int == count)
                #expect(try watched.summary["duplicate"] == 0)
            }
        }
    }
}

/// An export that a server has, with its version and with ranges.
private final class Export: Sendable {
    private let lock = NSLock()
    private let knowsRanges: Bool
    nonisolated(unsafe) private var lines: [String]
    nonisolated(unsafe) private var version = 1

    init(_ lines: [String], knowsRanges: Bool = true) {
        unsafe self.lines = lines
        self.knowsRanges = knowsRanges
    }

    func grow(_ line: String) {
        lock.withLock {
            unsafe lines.append(line)
            unsafe version += 1
        }
    }

    func replace(_ others: [String]) {
        lock.withLock {
            unsafe lines = others
            unsafe version += 1
        }
    }

    func answer(_ request: StandInRequest) -> StandInAnswer {
        let (body, tag) = lock.withLock { unsafe (Data(lines.joined().utf8), "\"v\(version)\"") }
        if request["If-None-Match"] == tag { return StandInAnswer(status: 304) }
        guard knowsRanges, let range = request["Range"],
            let start = Int(range.dropFirst(6).prefix { $0 != "-" })
        else { return StandInAnswer(headers: [("ETag", tag)], body: body) }
        guard start < body.count else {
            return StandInAnswer(status: 416, headers: [("Content-Range", "bytes */\(body.count)")])
        }
        return StandInAnswer(
            status: 206, headers: [("ETag", tag), ("Content-Range", "bytes \(start)-\(body.count - 1)/\(body.count)")],
            body: body.dropFirst(start))
    }
}
