import Foundation
import StandIns
import Testing

@Suite struct `Two runs at once` {
    @Test func `one works, the other is told at once who does, and a killed run holds nothing`() async throws {
        let server = try StandInServer(plan: .always(.hang))
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let first = try antwort.start("watch")
            defer { first.end() }
            for _ in 0..<400 where server.requests.isEmpty { try await Task.sleep(for: .milliseconds(25)) }
            try #require(!server.requests.isEmpty, "the first run never asked")

            let asked = ContinuousClock.now
            let second = try await antwort.start("watch", now: "2026-03-06T16:41:00+01:00").outcome()
            #expect(second.status == 75)
            #expect(asked.duration(to: .now) < .seconds(20), "it waited for the other")
            #expect(second.text.isEmpty)
            #expect(second.errorLines.count == 1)
            #expect(second.complaints.contains("process \(first.processID) since 2026-03-06T15:40:00Z"))
            #expect(server.requests.count == 1)

            let lock = try await antwort.start("status", "--json").outcome().json[0]["lock"]
            let holder: JSON = .object([
                "pid": .number(Double(first.processID)), "since": "2026-03-06T15:40:00Z", "command": "watch",
            ])
            #expect(lock == holder)
            let replay = try await antwort.start("quarantine", "replay", "--all").outcome()
            #expect(replay.status == 75)

            first.end()
            #expect(try await first.outcome().status == -SIGKILL)
            #expect(try await antwort.run("status", "--json").json[0]["lock"].isNull)
            server.follow(.none)
            let lines = try Lines.question("post")
            server.follow(.always(.answer(StandInAnswer(text: lines))))
            let third = try await antwort.run("watch", "--json")
            #expect(third.status == 0, "\(third.complaints)")
            #expect(try third.summary["new"] == 1)
        }
    }

    @Test func `an import works beside a run`() async throws {
        let server = try StandInServer(plan: .always(.hang))
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/twcs-mini.csv")
            try antwort.settings { $0.read("far", "url: \"\(server.url)/export.jsonl\"") }
            let first = try antwort.start("watch")
            defer { first.end() }
            for _ in 0..<400 where server.requests.isEmpty { try await Task.sleep(for: .milliseconds(25)) }
            let imported = try await antwort.start("import", file.path, "--format", "twcs", "--json").outcome()
            #expect(imported.status == 0, "\(imported.complaints)")
            #expect(try imported.summary["new"] == 27)
        }
    }

    @Test func `six at once leave every post once`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<6 { group.addTask { try await antwort.run("watch").status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.allSatisfy { $0 == 0 || $0 == 75 }, "\(codes)")
            #expect(codes.contains(0))
            let status = try await antwort.run("status", "--json").json[0]
            #expect(status["posts"] == 220)
            #expect(status["conversations"] == 64)
        }
    }
}
