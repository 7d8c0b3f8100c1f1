import Dialogue
import Testing

/// The points of posts written for them, against the number and the key words that a person would give.
@Suite struct `Facets of posts` {
    @Test(arguments: ["de", "en"])
    func `are as many as a person counts, each with its matter`(language: String) throws {
        let rows = try #require(try TriageFixtures.rows("fixtures/facets/\(language).tsv"))
        #expect(rows.count >= 14)
        var right = 0
        for row in rows {
            let text = try #require(row["text"])
            let facets = try Self.facets(of: text)
            let words = (row["words"] ?? "").split(separator: "|")
            let isRight = facets.count == words.count && zip(facets, words).allSatisfy { $0.contains($1) }
            if isRight { right += 1 } else { print("\(row["id"] ?? ""): wanted \(words), read \(facets)") }
            #expect(row["count"].flatMap { Int($0) } == words.count)
        }
        print("facets, \(language): \(right) of \(rows.count) right")
        #expect(right * 10 >= rows.count * 8)
    }

    @Test func `are the whole of a post that needs an answer and shows no point`() throws {
        #expect(
            try Self.facets(of: "@bahn rechnung nummer sieben liegt im garten") == [
                "@bahn rechnung nummer sieben liegt im garten"
            ])
        #expect(try Self.facets(of: "") == [])
    }

    @Test func `end behind the sign of a sum`() throws {
        let text = "Der Aufzug ist kaputt. Außerdem fehlen mir 12,90 €."
        #expect(try Self.facets(of: text) == ["Der Aufzug ist kaputt", "Außerdem fehlen mir 12,90 €"])
    }

    @Test func `are bounded in number`() throws {
        let text = String(repeating: "Wo ist denn bitte mein Paket geblieben? ", count: 1_000)
        let facets = try Self.facets(of: text)
        #expect(facets.count == 8)
        #expect(facets.last?.hasSuffix("geblieben?") == true)
    }

    @Test(arguments: [
        "und außerdem ", "erstens, ", "plus ", "Warum? ", "Wieso nicht. ", "also, ", "Mein Zug ist weg. ", "?",
    ])
    func `are looked for in linear time and within the text`(unit: String) throws {
        let text = "der zug ist nicht da: " + String(repeating: unit, count: 200_000 / unit.utf8.count)
        let clock = ContinuousClock()
        let start = clock.now
        let facets = try #require(try TriageFixtures.read(text).facets)
        #expect(clock.now - start < .seconds(30))
        let count = text.unicodeScalars.count
        #expect(facets.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count })
        #expect(zip(facets, facets.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }

    private static func facets(of text: String) throws -> [String] {
        let facets = try #require(try TriageFixtures.read(text).facets)
        let scalars = Array(text.unicodeScalars)
        return facets.map { String(String.UnicodeScalarView(scalars[$0])) }
    }
}
