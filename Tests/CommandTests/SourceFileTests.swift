import Foundation
import Testing

@Suite struct `Export files that change` {
    @Test func `a file that has grown is read from where we stopped`() async throws {
        try await AntwortCommand.withHome { antwort in
            let page = try Page(in: antwort, posts: 1...3)
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            #expect(try await page.watch() == [3, 0])
            try page.append(4...5)
            #expect(try await page.watch() == [2, 0])
            #expect(try await page.watch() == [0, 0])
        }
    }

    @Test func `a file that was replaced is read from its beginning`() async throws {
        try await AntwortCommand.withHome { antwort in
            let page = try Page(in: antwort, posts: 1...6)
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            #expect(try await page.watch() == [6, 0])
            // Shorter, and of the same length as what was read.
            try page.replace(11...13)
            #expect(try await page.watch() == [3, 0])
            try page.replace(21...23)
            #expect(try await page.watch() == [3, 0])
            // Longer, and it holds what we know.
            try page.replace(1...8)
            #expect(try await page.watch() == [2, 6])
            #expect(try await antwort.conversations().count == 14)
        }
    }

    @Test func `a last line that nothing ends waits one run, and is not taken for broken when it is finished`()
        async throws
    {
        try await AntwortCommand.withHome { antwort in
            let page = try Page(in: antwort, posts: 1...2)
            try antwort.settings { $0.read("page", "path: page.jsonl") }
            let last = try Page.post(3)
            try page.append(String(last.prefix(60)))
            #expect(try await page.watch() == [2, 0])
            try page.append(String(last.dropFirst(60).dropLast()))
            #expect(try await page.watch() == [0, 0])
            #expect(try await page.watch() == [1, 0], "it has stood there unchanged for one run")
            try page.append("\n" + Page.post(4))
            let counts = try await page.watch()
            #expect(counts[0] == 1)
            #expect(try await antwort.run("quarantine", "list", "--json").json.isEmpty)
            #expect(try await antwort.conversations().count == 4)
        }
    }

    @Test func `a drop folder is read file by file, each from where it was left`() async throws {
        try await AntwortCommand.withHome { antwort in
            let first = try Page(in: antwort, "drop/a.jsonl", posts: 1...2)
            _ = try Page(in: antwort, "drop/b.jsonl", posts: 2...3)
            _ = try Page(in: antwort, "drop/c.jsonl.part", posts: 9...9)
            _ = try Page(in: antwort, "drop/.hidden.jsonl", posts: 9...9)
            try antwort.settings { $0.read("drop", "path: drop/") }
            #expect(try await first.watch() == [3, 1])
            #expect(try await first.watch() == [0, 0])

            let third = try Page(in: antwort, "drop/0-first.jsonl", posts: 4...4)
            #expect(try await first.watch() == [1, 0])
            try first.append(5...5)
            try third.replace(6...7)
            #expect(try await first.watch() == [3, 0])
            try FileManager.default.removeItem(at: antwort.home.appending(path: "drop/a.jsonl"))
            #expect(try await first.watch() == [0, 0])
            #expect(try await antwort.conversations().count == 7)
        }
    }

    @Test func `a broken record in a drop folder names its file`() async throws {
        try await AntwortCommand.withHome { antwort in
            let page = try Page(in: antwort, "drop/day.jsonl", posts: 1...1)
            try page.append("{broken\n")
            try antwort.settings { $0.read("drop", "path: drop/") }
            let watched = try await antwort.run("watch")
            #expect(watched.status == 2)
            #expect(watched.complaints.hasPrefix("antwort: error: drop, day.jsonl, record 2 (line 2): "))
        }
    }

    @Test func `a folder that is gone is a failing source`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.settings { $0.read("drop", "path: gone/") }
            let watched = try await antwort.run("watch")
            #expect(watched.status == 69)
            #expect(try await antwort.status(of: "drop")["last_error"]["code"] == "folder")
        }
    }

    @Test func `reviews of another tool come through mapped columns whole`() async throws {
        try await AntwortCommand.withHome { antwort in
            try antwort.bring("exports/silberbahn-reviews.csv", as: "reviews.csv")
            try antwort.settings { $0.reviews() }
            let watched = try await antwort.run("watch", "--json")
            #expect(watched.status == 0)
            #expect(try watched.summary["new"] == 15)
            #expect(try watched.summary["quarantined"] == 0)

            let reviewer = try await antwort.run("conversations", "show", "R-502", "--json").json[0]
            let text = reviewer["timeline"][0]["text"].string ?? ""
            #expect(text.contains("\"Moment\" gesagt und aufgelegt.\n\nErgebnis: keins.\nStimmung: auch keine."))
            #expect(reviewer["opener"]["name"] == "Philipp Zarnekower")
            #expect(reviewer["opened_at"] == "2026-03-02T18:27:05Z", "local time in Berlin")
            #expect(reviewer["timeline"].items.map { $0["id"] } == ["R-502", "R-503", "R-504"])

            let cell = try await antwort.run("conversations", "show", "R-505", "--json").json[0]
            #expect(cell["timeline"][0]["text"].string?.hasPrefix("=1+1 Sterne, mehr wäre gelogen.") == true)
            #expect(cell["opener"]["name"] == "Ottilie Grünspan")
            let nameless = try await antwort.run("conversations", "show", "R-512", "--json").json[0]
            #expect(nameless["timeline"][0]["text"] == "-5 Sterne wenn das ginge")
            #expect(nameless["opener"]["name"].isNull)
            #expect(nameless["url"].isNull)
        }
    }
}

/// An export file in a home, of numbered posts.
private struct Page {
    private let antwort: AntwortCommand
    private let file: URL

    init(in antwort: AntwortCommand, _ name: String = "page.jsonl", posts: ClosedRange<Int>) throws {
        self.antwort = antwort
        file = antwort.home.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try replace(posts)
    }

    static func post(_ number: Int) throws -> String {
        try Lines.question("post-\(number < 10 ? "0" : "")\(number)", by: "u-\(number < 10 ? "0" : "")\(number)")
    }

    func replace(_ posts: ClosedRange<Int>) throws {
        try Data(posts.map(Self.post).joined().utf8).write(to: file, options: .atomic)
    }

    func append(_ posts: ClosedRange<Int>) throws {
        try append(posts.map(Self.post).joined())
    }

    func append(_ text: String) throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    /// Runs `watch`; how many posts were new, and how many known.
    func watch() async throws -> [Int?] {
        let watched = try await antwort.run("watch", "--json")
        #expect(watched.status == 0, "\(watched.complaints)")
        return [try watched.summary["new"].int, try watched.summary["duplicate"].int]
    }
}
