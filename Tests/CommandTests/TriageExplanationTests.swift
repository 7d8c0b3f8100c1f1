import Foundation
import TestSupport
import Testing

/// `antwort triage TEXT`: the text with marks under what decided, then the labels. The word lists are the test's own.
@Suite struct `antwort triage with a text` {
    private static let lexicon = """
        [language_words]
        warum
        der
        ich
        und
        auf
        kommt
        [question_why]
        warum
        [complaint]
        schon wieder
        wieder
        zu spät
        [negative]
        wütend = 2
        [register_ihr]
        euch
        [urgency_deadline]
        bis freitag
        [legal]
        meine anwältin
        """

    private static func withWords(_ body: (AntwortCommand) async throws -> Void) async throws {
        try await AntwortCommand.withHome { antwort in
            for (language, text) in [("de", lexicon), ("en", "[language_words]\nthe\n")] {
                let folder = antwort.home.appending(path: "words/\(language)/lexicon")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: folder.appending(path: "a.txt"))
            }
            try await body(antwort)
        }
    }

    private static func read(_ text: String, at antwort: AntwortCommand, _ more: String...) async throws
        -> ProgramRun.Outcome
    {
        try await antwort.bare(
            words: ["triage", text, "--templates", antwort.home.appending(path: "words").path] + more)
    }

    @Test func `marks the words that decided and names what they say`() async throws {
        try await Self.withWords { antwort in
            let said = try await Self.read(
                "🚂 Warum kommt der Zug nach Ostermünde schon wieder zu spät? Ich bin wütend auf euch, und meine Anwältin hört bis Freitag von mir: 0171 2345678",
                at: antwort)
            #expect(said.status == 0, "\(said.complaints)")
            let golden = ProjectFiles.fixture("golden/triage-explained.txt")
            if ProcessInfo.processInfo.environment["ANTWORT_GOLDEN"] == "write" {
                try Data(said.text.utf8).write(to: golden)
            }
            #expect(try said.text == String(contentsOf: golden, encoding: .utf8))
        }
    }

    @Test func `keeps marks below wide letters and marks that combine`() async throws {
        try await Self.withWords { antwort in
            let said = try await Self.read("列車 e\u{301}\u{323} 👨‍👩‍👧 wütend", at: antwort)
            let lines = said.text.split(separator: "\n").map(String.init)
            #expect(lines[0] == "列車 e\u{301}\u{323} 👨‍👩‍👧 wütend")
            // Two wide letters, one with marks, one wide picture, three blanks: ten columns before the word.
            #expect(lines[1] == String(repeating: " ", count: 10) + "^^^^^^")
            #expect(lines[2] == String(repeating: " ", count: 10) + "negative")
        }
    }

    @Test func `breaks long words and long texts, and marks a phrase across a line's end`() async throws {
        try await Self.withWords { antwort in
            let filler = String(repeating: "x", count: 190)
            let said = try await Self.read(
                "\(filler) und ich bin wieder da und dann sind wir alle hier, schon\nwieder", at: antwort)
            let lines = said.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(lines[0].count == 80 && lines[1].count == 80)
            #expect(lines.filter { $0.contains("^") }.allSatisfy { $0.count <= 80 })
            let long = try await Self.read(String(repeating: "wütend und ", count: 2_000), at: antwort)
            #expect(long.text.contains("(the rest is not shown)"))
            // At most a few marks for one label, however often it is met.
            #expect(long.text.components(separatedBy: "negative\n").count <= 5)
        }
    }

    @Test func `shows nothing that acts on a terminal`() async throws {
        try await Self.withWords { antwort in
            let said = try await Self.read("wütend\u{1B}[31m\u{202E}\u{9B}2J auf\u{2066} euch", at: antwort)
            #expect(said.status == 0)
            let scalars = said.text.unicodeScalars
            #expect(!scalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{9B}" || $0 == "\u{2066}" })
            let lines = said.text.split(separator: "\n").map(String.init)
            #expect(lines[0] == "wütend[31m2J auf euch")
            #expect(lines[1] == "^^^^^^           ^^^^")
        }
    }

    @Test func `counts the topics and words of the settings, and says what is wrong with them`() async throws {
        try await Self.withWords { antwort in
            let settings = antwort.home.appending(path: "brand.yaml")
            let text = """
                brand: Silberbahn
                triage:
                  topics:
                    - {name: Heizung, keywords: ["heiz*"]}
                  words:
                    de: {complaint: ["schnurpselt*"]}

                """
            try Data(text.utf8).write(to: settings)
            let found = try await Self.read(
                "der Zug schnurpselt und ich vermisse die Heizung", at: antwort, "--json", "--config", settings.path)
            #expect(found.status == 0, "\(found.complaints)")
            let read = try found.json[0]
            #expect(read["topic"] == "Heizung")
            #expect(read["intent"] == "complaint")
            #expect(read["confidence"].keys.contains("topic"))
            #expect(read["evidence"].items.contains { $0["label"] == "topic" && $0["text"] == "Heizung" })

            let without = try await Self.read("der Zug schnurpselt und ich vermisse die Heizung", at: antwort, "--json")
            #expect(try without.json[0]["topic"].isNull)
            #expect(try without.json[0]["intent"] != "complaint")
            #expect(try without.json[0]["model"] != read["model"])

            try Data(text.replacing("complaint:", with: "complant:").utf8).write(to: settings)
            let refused = try await Self.read("Zug", at: antwort, "--config", settings.path)
            #expect(refused.status == 78)
            #expect(refused.complaints.contains("brand.yaml:6:10: triage.words.de.complant"))
            #expect(refused.complaints.contains("did you mean complaint?"))
        }
    }

    @Test func `reads bytes that are no text after repair, from a pipe and as a filter`() async throws {
        try await AntwortCommand.withHome { antwort in
            let broken =
                Data([0xff, 0xc3, 0x28]) + Data("Der Zug ist \u{0}schon wieder zu spät".utf8) + Data([0xf0, 0x9f])
            let piped = try await antwort.run("triage", "-", "--json", input: broken)
            #expect(piped.status == 0, "\(piped.complaints)")
            #expect(try piped.json[0]["language"] == "de")
            let line =
                Data("{\"id\":1,\"text\":\"".utf8) + Data([0xff, 0xfe]) + Data("\"}\n{\"id\":2,\"text\":\"ok\"}\n".utf8)
            let filtered = try await antwort.run("triage", "--jsonl", input: line)
            #expect(try filtered.json.count == 2)
            #expect(try filtered.json[1]["id"] == 2)
            let huge = Data((String(repeating: "Ich bin wütend auf euch! \u{202E}", count: 40_000)).utf8)
            #expect(try await antwort.run("triage", "-", input: huge).status == 0)
        }
    }
}
