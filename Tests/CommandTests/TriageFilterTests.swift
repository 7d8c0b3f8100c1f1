import Foundation
import Testing

@Suite struct `antwort triage --jsonl` {
    private static let fields: Set<String> = [
        "id", "language", "register", "for_us", "needs_answer", "intent", "sentiment", "emotion", "urgency",
        "irony_suspected",
        "frame", "flags", "facets", "details", "topic", "confidence", "evidence",
    ]

    @Test func `answers every post with all labels, without settings or store`() async throws {
        let posts = """
            {"id":"a","text":"🚂 Warum kommt der Zug nach Ostermünde schon wieder zu spät? Ich bin wütend auf euch!"}
            {"id":7,"text":"Thanks a lot, bye!","author":"u","platform":"x","account":"silberbahn","parent":"1"}
            {"id":null,"text":""}

            {"id":"d","text":"Könnten Sie mir bitte sagen, wann der Schalter öffnet?"}
            """
        try await AntwortCommand.withHome { antwort in
            let answered = try await antwort.run("triage", "--jsonl", input: Data(posts.utf8))
            #expect(answered.status == 0, "\(answered.complaints)")
            let answers = try answered.json
            #expect(answers.map { $0["id"] } == ["a", 7, .null, "d"])
            for answer in answers {
                #expect(Self.fields.isSubset(of: answer.keys), "\(Self.fields.subtracting(answer.keys))")
                #expect(answer["for_us"].flag != nil)
                #expect(answer["needs_answer"].flag != nil)
                #expect(answer["urgency"].int != nil)
                for label in ["language", "register", "for_us", "needs_answer", "sentiment", "urgency"] {
                    guard case .number(let sure) = answer["confidence"][label] else {
                        Issue.record("no confidence for \(label)")
                        continue
                    }
                    #expect((0...1).contains(sure))
                }
                var sum = 0.0
                for intent in answer["confidence"]["intent"].keys {
                    if case .number(let sure) = answer["confidence"]["intent"][intent] { sum += sure }
                }
                #expect(abs(sum - 1) < 0.01, "the intents' probabilities come to \(sum)")
            }
            #expect(answers[0]["language"] == "de")
            #expect(answers[0]["register"] == "ihr")
            #expect(answers[1]["language"] == "en")
            #expect(answers[1]["needs_answer"] == false)
            #expect(answers[3]["register"] == "sie")

            let text = Array(
                "🚂 Warum kommt der Zug nach Ostermünde schon wieder zu spät? Ich bin wütend auf euch!".unicodeScalars)
            #expect(!answers[0]["evidence"].items.isEmpty)
            for evidence in answers[0]["evidence"].items {
                let (from, to) = (try #require(evidence["from"].int), try #require(evidence["to"].int))
                try #require(0 <= from && from <= to && to <= text.count)
                #expect(
                    evidence["text"].string?.unicodeScalars.elementsEqual(text[from..<to]) == true,
                    "counted in Unicode scalars")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: antwort.home.path).isEmpty)
        }
    }

    @Test func `answers a line that is no post with an error, and goes on`() async throws {
        try await AntwortCommand.withHome { antwort in
            let answered = try await antwort.run(
                "triage", "--jsonl", input: Data("nonsense\n{\"id\":1}\n{\"id\":2,\"text\":\"ok\"}\n".utf8))
            #expect(answered.status == 65)
            let answers = try answered.json
            #expect(answers.count == 3)
            #expect(answers[0]["error"]["code"] == "json")
            #expect(answers[1]["error"]["code"] == "json")
            #expect(answers[2]["id"] == 2)
            #expect(answers[2]["intent"].string != nil)
        }
    }

    @Test func `says the same of the same text every time`() async throws {
        try await AntwortCommand.withHome { antwort in
            let line = "{\"id\":1,\"text\":\"Ihr seid unmöglich, ich zeige euch an!\"}\n"
            let answered = try await antwort.run(
                "triage", "--jsonl", input: Data(String(repeating: line, count: 50).utf8))
            #expect(Set(answered.text.split(separator: "\n")).count == 1)
            let again = try await antwort.run("triage", "--jsonl", input: Data(line.utf8))
            #expect(answered.text.hasPrefix(again.text))
        }
    }
}
