import Foundation
import Testing

@Suite struct `antwort watch` {
    /// Every count of a summary: each is always there.
    static let counts: Set<String> = [
        "new", "duplicate", "edited", "deleted", "quarantined", "conversations", "drafts", "alerts", "sent", "held",
        "failed",
    ]

    @Test func `reads a week of posts in silence, and makes the store itself`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn.jsonl")
            try antwort.bring("demo/antwort.yaml", as: "demo/antwort.yaml")
            try antwort.bring("exports/silberbahn.jsonl", as: "exports/silberbahn.jsonl")
            let watched = try await antwort.run("watch", "--config", "demo/antwort.yaml")
            #expect(watched.status == 0)
            #expect(watched.text.isEmpty)
            #expect(watched.complaints.isEmpty)
            #expect(
                try await antwort.run("conversations", "list", "--json", "--config", "demo/antwort.yaml").json.count
                    == 64)
        }
    }

    @Test func `counts every post once, and nothing when run again`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let first = try await antwort.run("watch", "--json")
            #expect(first.status == 0)
            #expect(try first.summary.keys == Self.counts)
            let expected = ["new": 220, "duplicate": 1, "edited": 1, "deleted": 2, "conversations": 64]
            for name in Self.counts { #expect(try first.summary[name].int == expected[name, default: 0], "\(name)") }

            let conversations = try await antwort.conversations()
            let again = try await antwort.run("watch", "--json")
            #expect(again.status == 0)
            #expect(again.complaints.isEmpty)
            for name in Self.counts { #expect(try again.summary[name] == 0, "\(name)") }
            #expect(try await antwort.conversations() == conversations)
        }
    }

    @Test func `a run that brings nothing writes its record and nothing else`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let first = try await antwort.run("watch")
            #expect(first.status == 0)
            let before = try await antwort.status(of: "page")
            let file = antwort.data.appending(path: "antwort.sqlite")
            let pages = try Self.pages(of: file)

            let again = try await antwort.run("watch", now: "2026-03-06T16:45:00+01:00")
            #expect(again.status == 0)
            // A poll that wrote posts, cursors or health would touch many pages; a row in the table of runs touches its last leaf, at most
            // the page above it and the file's header with its change counter.
            let changed = zip(pages, try Self.pages(of: file)).count { $0 != $1 }
            #expect(changed <= 4, "\(changed) of \(pages.count) pages changed")
            let after = try await antwort.status(of: "page", now: "2026-03-06T16:45:00+01:00")
            #expect(before["last_success"] == "2026-03-06T15:40:00Z")
            #expect(after["last_success"] == "2026-03-06T15:45:00Z", "the later run vouches for a healthy source")
        }
    }

    @Test func `without sources says what to add`() async throws {
        try await AntwortCommand.withHome { antwort in
            let made = try await antwort.bare("init", "--no-input")
            #expect(made.status == 0)
            let watched = try await antwort.run("watch")
            #expect(watched.status == 78)
            #expect(watched.errorLines.count == 1)
            #expect(watched.complaints.contains("sources: there is nothing to watch"))
        }
    }

    @Test func `that cannot start makes no store, in which nobody would seem to wait`() async throws {
        try await AntwortCommand.withHome { antwort in
            let watched = try await antwort.run("watch")
            #expect(watched.status == 78)
            #expect(watched.complaints.contains("there is no settings file"))
            #expect(watched.complaints.contains("antwort init"))
            #expect(!FileManager.default.fileExists(atPath: antwort.data.path))
            #expect(try await antwort.run("sla", "list").status == 73)
        }
    }

    @Test func `says with -v how many posts each source brought`() async throws {
        try await AntwortCommand.withHome { antwort in
            try Data(try Lines.question("one").utf8).write(to: antwort.home.appending(path: "page.jsonl"))
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let watched = try await antwort.run("watch", "-v")
            #expect(watched.complaints.contains("page: 1 new"))
        }
    }

    @Test func `posts older than live_since are history and never due`() async throws {
        try await AntwortCommand.withHome { antwort in
            let old = try Lines.question("old", by: "u-alt", minutes: 30)
            let young = try Lines.question("young", by: "u-jung", minutes: 5)
            try Data((old + young).utf8).write(to: antwort.home.appending(path: "page.jsonl"))
            try antwort.settings { $0.read("page", "path: page.jsonl", "live_since: 2026-03-06T16:30:00+01:00") }
            let watched = try await antwort.run("watch")
            #expect(watched.status == 0)
            let late = "2026-03-06T17:40:00+01:00"
            let conversations = try await antwort.run("conversations", "list", "--json", now: late).json
            #expect(conversations.count == 2)
            let states = Dictionary(
                uniqueKeysWithValues: conversations.map { ($0["thread"].string, $0["history"].flag) })
            #expect(states == ["old": true, "young": false])
            let queue = try await antwort.run("sla", "list", "--json", now: late).json
            #expect(queue.count == 1)
            #expect(queue[0]["breached"] == true)
            #expect(queue[0]["late_service_seconds"] == .number(35 * 60))
        }
    }

    private static func pages(of file: URL) throws -> [Data] {
        let bytes = try Data(contentsOf: file)
        return stride(from: 0, to: bytes.count, by: 4096).map { bytes[$0..<min($0 + 4096, bytes.count)] }
    }
}
