import Foundation
import TestSupport
import Testing

@Suite struct `Triage that people teach` {
    private static let corpus = ProjectFiles.fixture("corpus/en.tsv").path

    @Test func `reads otherwise after a training, and as before after a step back`() async throws {
        try await AntwortCommand.withHome { antwort in
            try Self.lessons.write(to: antwort.home.appending(path: "lessons.tsv"), atomically: true, encoding: .utf8)
            let taken = try await antwort.run("triage", "import", "lessons.tsv", "--language", "en", "--json")
            #expect(taken.status == 2)
            #expect(taken.errorLines.count == 2)
            #expect(taken.complaints.contains("antwort: error: lessons.tsv:242: 2 fields where the header has 3;"))
            #expect(taken.complaints.contains("lessons.tsv:243: sentiment: 'glad' is none of negative,"))
            #expect(taken.text == "{\"new\":240,\"changed\":0,\"unchanged\":0,\"refused\":2}\n")
            let again = try await antwort.run(
                "triage", "import", "-", "--language", "en", "--json", input: Data(Self.lessons.utf8))
            #expect(again.text == "{\"new\":0,\"changed\":0,\"unchanged\":240,\"refused\":2}\n")
            #expect(try await antwort.run("conversations", "list", "--json").json.isEmpty)

            let before = try await Self.read(antwort)
            let trained = try await antwort.run(
                "triage", "train", "--corpus", Self.corpus, "--language", "en", "--json")
            #expect(trained.status == 0, "\(trained.complaints)")
            let training = try #require(try trained.json.first)
            #expect(training["model"] == 1)
            #expect(training["labels"].items.first { $0["label"] == "sentiment" }?["verdict"] == "learned")
            let after = try await Self.read(antwort)
            #expect(before != ["negative", "positive"])
            #expect(after == ["negative", "positive"])

            let stats = try await antwort.run("triage", "stats", "--label", "sentiment", "--json")
            let figures = try #require(try stats.json.first)
            #expect(stats.status == 0)
            #expect(figures["model"] == 1 && figures["lessons"] == 240)
            #expect(figures["in_use"]["posts"] == figures["aside"])
            #expect(figures["changes"].items.allSatisfy { !$0["examples"].items.isEmpty })
            let shown = try await antwort.run("triage", "stats")
            #expect(shown.text.contains("Model 1 is in use since Fr 2026-03-06"))
            #expect(shown.text.contains("precision     recall"))

            let back = try await antwort.run("triage", "rollback", "--json")
            #expect(back.text == "{\"language\":\"en\",\"from\":1,\"to\":null}\n")
            #expect(try await Self.read(antwort) == before)
            let nothing = try await antwort.run("triage", "rollback", "--language", "en")
            #expect(nothing.status == 0 && nothing.text.contains("there is nothing to take back"))
        }
    }

    @Test func `needs a store to be taught, and none to read`() async throws {
        try await AntwortCommand.withHome { antwort in
            for command in ["train", "stats", "rollback"] {
                #expect(try await antwort.run("triage", command).status == 73, "\(command)")
            }
            #expect(try await antwort.run("triage", "Where is it?").status == 0)
            #expect(try await antwort.run("triage", "import", "gone.tsv").status == 66)
            #expect(try FileManager.default.contentsOfDirectory(atPath: antwort.home.path).isEmpty)

            let empty = try await antwort.run("triage", "import", "-", input: Data("id\ttext\tintent\n".utf8))
            #expect(empty.status == 0)
            for command in ["train", "stats", "rollback"] {
                #expect(try await antwort.run("triage", command).status == 0, "\(command)")
            }
        }
    }

    @Test func `makes the shipped model without a store`() async throws {
        try await AntwortCommand.withHome { antwort in
            let corpus = Self.lessons.split(separator: "\n").prefix(100).joined(separator: "\n")
            try corpus.write(to: antwort.home.appending(path: "c.tsv"), atomically: true, encoding: .utf8)
            let words = ["triage", "train", "--corpus", "c.tsv", "--language", "en", "--into", "m", "--test"]
            let made = try await antwort.run(words: words)
            #expect(made.status == 0, "\(made.complaints)")
            #expect(made.text.contains("sentiment: accuracy "))
            let first = try Data(contentsOf: antwort.home.appending(path: "m"))
            _ = try await antwort.run(words: words)
            #expect(try Data(contentsOf: antwort.home.appending(path: "m")) == first)
            #expect(try FileManager.default.contentsOfDirectory(atPath: antwort.home.path).sorted() == ["c.tsv", "m"])
            for mistake in [["--into", "m"], ["--corpus", "c.tsv"], ["--test"], ["--language", "fr"]] {
                #expect(try await antwort.run(words: ["triage", "train"] + mistake).status == 64, "\(mistake)")
            }
        }
    }

    /// What is read of two posts that only the desk can understand.
    private static func read(_ antwort: AntwortCommand) async throws -> [String?] {
        let posts =
            "{\"id\":1,\"text\":\"number 7 is plingo for all of us\"}\n"
            + "{\"id\":2,\"text\":\"number 8 is plango for all of us\"}\n"
        let answered = try await antwort.run("triage", "--jsonl", input: Data(posts.utf8))
        #expect(answered.complaints.isEmpty)
        return try answered.json.map { $0["sentiment"].string }
    }

    /// Posts that are told apart by an invented word alone, and two lines that cannot be read.
    private static let lessons =
        "id\ttext\tsentiment\n"
        + (0..<240).map { number in
            "p\(number)\tnumber \(number) is \(number % 2 == 0 ? "plingo" : "plango") for all of us\t"
                + (number % 2 == 0 ? "negative\n" : "positive\n")
        }.joined() + "q\ttoo short\nr\tnot a word of ours\tglad\n"
}
