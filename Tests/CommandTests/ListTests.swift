import Foundation
import Testing

/// What a list says when it is empty or cut off.
@Suite struct `A list` {
    private func withFourQuestions(_ body: (AntwortCommand) async throws -> Void) async throws {
        try await AntwortCommand.withHome { antwort in
            let lines = try (1...4).map { try Lines.question("post-\($0)", by: "u-\($0)", minutes: $0) }.joined()
            try Data(lines.utf8).write(to: antwort.home.appending(path: "page.jsonl"))
            try antwort.settings { $0.read("page", "path: page.jsonl", "live_since: 2026-03-01T00:00:00Z") }
            #expect(try await antwort.run("watch").status == 0)
            try await body(antwort)
        }
    }

    @Test func `that is cut off says so`() async throws {
        try await withFourQuestions { antwort in
            for words in [["sla", "list"], ["conversations", "list"], ["conversations", "list", "--owed"]] {
                let three = try await antwort.run(words: words + ["--limit", "3"])
                #expect(three.text.split(separator: "\n").count == 4, "\(words)")
                #expect(three.complaints.contains("There are more than these 3: see them with --limit 6."), "\(words)")
                let all = try await antwort.run(words: words + ["--limit", "4"])
                #expect(all.text.split(separator: "\n").count == 5, "\(words)")
                #expect(!all.complaints.contains("There are more"), "\(words)")
                #expect(try await antwort.run(words: words + ["--limit", "2", "--json"]).json.count == 2, "\(words)")
            }
            #expect(try await antwort.run("sla", "list").complaints.contains("4 people wait, 0 late."))
        }
    }

    @Test func `of nobody who is due soon tells of those who wait until later`() async throws {
        try await withFourQuestions { antwort in
            let soon = try await antwort.run("sla", "list", "--within", "60s")
            #expect(soon.status == 0)
            #expect(soon.complaints.contains("Nobody is due within 60s; 4 people wait until later: antwort sla list"))
            let nobody = try await antwort.run("sla", "list", "--within", "60s", "--config", "antwort.yaml", "--json")
            #expect(nobody.text.isEmpty && nobody.complaints.isEmpty)
        }
        try await AntwortCommand.withHome { antwort in
            let made = try await antwort.bare("init")
            #expect(made.status == 0)
            let listed = try await antwort.run("sla", "list")
            #expect(listed.complaints.contains("Nobody waits for an answer."))
        }
    }

    @Test func `of an account that nobody knows of is a mistake`() async throws {
        try await withFourQuestions { antwort in
            let refused = try await antwort.run("conversations", "list", "--account", "nope")
            #expect(refused.status == 66)
            #expect(refused.complaints.contains("antwort config check"))
            let none = try await antwort.run("conversations", "list", "--account", "page", "--intent", "abuse")
            #expect(none.status == 0)
            #expect(none.complaints.contains("No conversation is like that."))
        }
    }
}
