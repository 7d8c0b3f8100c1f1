import Foundation
import TestSupport
import Testing

@Suite struct `Broken records` {
    /// The lines of `broken.jsonl` that are broken, from 1.
    private static let broken = [4, 7, 11, 15, 18]

    @Test func `never block their neighbours, are listed, and are kept byte for byte`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/broken.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 2)
            #expect(try watched.summary["new"] == 15)
            #expect(try watched.summary["quarantined"] == 5)
            #expect(try watched.summary["failed"] == 0)
            #expect(watched.errorLines.count == 5)
            for (said, line) in zip(watched.errorLines, Self.broken) {
                #expect(said.hasPrefix("antwort: error: page, record \(line) (line \(line)): "), "\(said)")
            }
            #expect(try await antwort.conversations().count == 4)

            let lines = try Data(contentsOf: file).split(separator: 0x0A)
            let listed = try await antwort.run("quarantine", "list", "--json").json
            #expect(listed.count == 5)
            for (record, line) in zip(listed, Self.broken) {
                let id = try #require(record["id"].int)
                let shown = try await antwort.run("quarantine", "show", String(id), "--raw")
                #expect(shown.status == 0)
                #expect(shown.output == lines[line - 1] + [0x0A], "line \(line)")
                #expect(shown.complaints.isEmpty)
            }
            #expect(try await antwort.run("status", "--json").json[0]["quarantine"] == 5)
        }
    }

    @Test func `are told once and not again with every run`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/broken.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let first = try await antwort.run("watch")
            #expect(first.status == 2)
            let again = try await antwort.run("watch", "--json")
            #expect(again.status == 0)
            #expect(again.complaints.isEmpty)
            #expect(try await antwort.run("quarantine", "list", "--json").json.count == 5)
        }
    }

    @Test func `stay in quarantine when a replay cannot read them either`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/broken.jsonl", as: "page.jsonl")
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let watched = try await antwort.run("watch")
            #expect(watched.status == 2)
            let replayed = try await antwort.run("quarantine", "replay", "--all", "--json")
            #expect(replayed.status == 2)
            #expect(replayed.errorLines.count == 5)
            #expect(try replayed.summary.keys == `antwort watch`.counts)
            #expect(try await antwort.run("quarantine", "list", "--json").json.count == 5)
            let unknown = try await antwort.run("quarantine", "replay", "99")
            #expect(unknown.status == 2)
            #expect(unknown.complaints.contains("quarantine 99: there is no such record"))
        }
    }

    @Test func `are kept once, however often their file is imported`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/broken.jsonl")
            try antwort.settings { $0.read("page", "path: none.jsonl") }
            for _ in 0..<2 {
                let imported = try await antwort.run(
                    "import", file.path, "--format", "antwort-posts", "--account", "page", "--json")
                #expect(imported.status == 2)
                #expect(imported.errorLines.count == 5, "they are told each time")
                #expect(try imported.summary["quarantined"] == 5)
                #expect(try await antwort.run("quarantine", "list", "--json").json.count == 5)
            }
            let told = try await antwort.run("import", file.path, "--format", "antwort-posts", "--account", "page")
            #expect(told.complaints.contains("antwort quarantine list"))
        }
    }

    @Test func `of an import cannot be replayed, and can be deleted`() async throws {
        try await AntwortCommand.withHome { antwort in
            let file = try antwort.bring("exports/broken.jsonl")
            try antwort.settings { $0.read("page", "path: none.jsonl") }
            _ = try await antwort.run("import", file.path, "--format", "antwort-posts", "--account", "page")
            let replayed = try await antwort.run("quarantine", "replay", "--all")
            #expect(replayed.status == 2)
            #expect(replayed.errorLines.first?.contains("it came with an import, which cannot be replayed") == true)
            #expect(replayed.complaints.contains("antwort quarantine discard 1"))

            let some = try await antwort.run("quarantine", "discard", "1", "99", "--json")
            #expect(some.status == 2)
            #expect(try some.json == [.object(["discarded": 1])])
            #expect(some.complaints.contains("quarantine 99: there is no such record"))
            let others = try await antwort.run("quarantine", "discard", "--all", "--source", "page", "--json")
            #expect(try others.json == [.object(["discarded": 0])])
            let rest = try await antwort.run("quarantine", "discard", "--all", "--source", "import", "--json")
            #expect(rest.status == 0)
            #expect(try rest.json == [.object(["discarded": 4])])
            #expect(try await antwort.run("quarantine", "list", "--json").json.isEmpty)
            for words in [["quarantine", "discard"], ["quarantine", "discard", "1", "--source", "page"]] {
                #expect(try await antwort.run(words: words).status == 64)
            }
        }
    }

    @Test func `are read again once the settings are right`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn-reviews.csv", as: "reviews.csv")
            try antwort.settings { $0.reviews(time: "dd.MM.yyyy HH:mm") }
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 2)
            #expect(try watched.summary["quarantined"] == 15)
            #expect(try watched.summary["new"] == 0)

            try antwort.settings { $0.reviews(time: "yyyy-MM-dd HH:mm:ss") }
            let some = try await antwort.run("quarantine", "replay", "1", "3", "--json")
            #expect(some.status == 0)
            #expect(try some.summary["new"] == 2)
            let rest = try await antwort.run("quarantine", "replay", "--all", "--json")
            #expect(rest.status == 0)
            #expect(rest.complaints.isEmpty)
            #expect(try rest.summary["new"] == 13)
            #expect(try await antwort.run("quarantine", "list", "--json").json.isEmpty)

            // It is as if they had been read at once.
            try FileManager.default.moveItem(at: antwort.data, to: antwort.home.appending(path: "replayed"))
            let afresh = try await antwort.run("watch")
            #expect(afresh.status == 0)
            let replayed = try await antwort.run("conversations", "list", "--json", "--data", "replayed").json
            #expect(replayed == (try await antwort.conversations()))
        }
    }
}

extension DeskSettings {
    /// The reviews of the fixtures, as another tool exports them.
    mutating func reviews(_ name: String = "reviews", time: String = "yyyy-MM-dd HH:mm:ss") {
        read(
            name, "path: reviews.csv", format: "csv",
            "columns: {id: Ref, parent: Antwort auf, handle: Wer, name: Anzeigename, at: Wann, text: Inhalt, url: Link}",
            "delimiter: \";\"", "time: {format: \"\(time)\", timezone: Europe/Berlin}", "page: true")
    }
}
