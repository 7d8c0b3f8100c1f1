import Dialogue
import Testing

/// The figures of the particulars on posts written for them, each with what a person would find in it.
///
/// What was found counts as right when it has the kind of an expected one and shares at least half of the scalars that
/// either has: "seit 3 wochen" is "3 wochen". The part `heldout` was written when the rules were done.
@Suite struct `Details of posts` {
    struct Part: Sendable, CustomTestStringConvertible {
        let language: String
        let isHeldOut: Bool
        let leastPosts: Int
        let leastFound: Double
        let mostWrong: Double
        var testDescription: String { "\(language), \(isHeldOut ? "held out" : "tuned")" }
    }

    static let parts = [
        Part(language: "de", isHeldOut: false, leastPosts: 60, leastFound: 0.9, mostWrong: 0.03),
        Part(language: "en", isHeldOut: false, leastPosts: 40, leastFound: 0.9, mostWrong: 0.03),
        Part(language: "de", isHeldOut: true, leastPosts: 24, leastFound: 0.8, mostWrong: 0.08),
        Part(language: "en", isHeldOut: true, leastPosts: 16, leastFound: 0.8, mostWrong: 0.08),
    ]

    @Test(arguments: parts)
    func `are found where a person finds them, and nowhere else`(_ part: Part) throws {
        let rows = try #require(try TriageFixtures.rows("fixtures/details/\(part.language).tsv"))
            .filter { $0["heldout"] == String(part.isHeldOut) }
        #expect(rows.count >= part.leastPosts)
        var counts: [String: (wanted: Int, found: Int, right: Int)] = [:]
        var slips: [String] = []
        for row in rows {
            let text = try #require(row["text"])
            let wanted = try Self.details(try #require(row["details"]), in: text)
            let found = try #require(try TriageFixtures.read(text).details)
            let missed = wanted.filter { one in !found.contains { Self.agree(one, $0) } }
            let wrong = found.filter { one in !wanted.contains { Self.agree(one, $0) } }
            for detail in wanted { counts[detail.kind.rawValue, default: (0, 0, 0)].wanted += 1 }
            for detail in found { counts[detail.kind.rawValue, default: (0, 0, 0)].found += 1 }
            for detail in found where !wrong.contains(detail) { counts[detail.kind.rawValue]?.right += 1 }
            for detail in missed { slips.append("\(row["id"] ?? "") missed \(Self.words(detail, text))") }
            for detail in wrong { slips.append("\(row["id"] ?? "") wrong \(Self.words(detail, text))") }
        }
        let wanted = counts.values.reduce(0) { $0 + $1.wanted }
        let found = counts.values.reduce(0) { $0 + $1.found }
        let right = counts.values.reduce(0) { $0 + $1.right }
        print("details, \(part.testDescription): \(wanted) wanted, \(found) found, \(right) right")
        for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("  \(kind): \(count.wanted) wanted, \(count.found) found, \(count.right) right")
        }
        for slip in slips { print("  \(slip)") }
        #expect(Double(right) >= part.leastFound * Double(wanted))
        #expect(Double(found - right) <= part.mostWrong * Double(found))
    }

    private static func agree(_ one: Detail, _ other: Detail) -> Bool {
        guard one.kind == other.kind, one.range.overlaps(other.range) else { return false }
        let shared = one.range.clamped(to: other.range).count
        let all =
            max(one.range.upperBound, other.range.upperBound) - min(one.range.lowerBound, other.range.lowerBound)
        return shared * 2 >= all
    }

    private static func words(_ detail: Detail, _ text: String) -> String {
        let scalars = Array(text.unicodeScalars)[detail.range]
        return "\(detail.kind.rawValue) \"\(String(String.UnicodeScalarView(scalars)))\""
    }

    /// Reads `kind:words|kind:words`, each looked for behind the one before it.
    private static func details(_ list: String, in text: String) throws -> [Detail] {
        var place = text.startIndex
        return try list.split(separator: "|").map { item in
            let parts = item.split(separator: ":", maxSplits: 1).map(String.init)
            let kind = try #require(Detail.Kind(rawValue: parts[0]))
            let range = try #require(text[place...].firstRange(of: parts[1]), "\(item) is not in: \(text)")
            place = range.upperBound
            let scalars = text.unicodeScalars
            let from = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
            return Detail(
                kind: kind, range: from..<from + scalars.distance(from: range.lowerBound, to: range.upperBound))
        }
    }

    @Test(arguments: [
        "meine nummer ist 0171 2345678", "IBAN DE89370400440532013000", "schreibt an k.muster@mail.example",
        "bestellung 302-5567812-99", "kundennummer 4711083320", "@team_2024 @s7", "https://bahn.example/ice/597",
        "mein sohn ist 8 jahre alt", "order number 7781923345", "my daughter is four years old",
    ])
    func `are never what tells who somebody is`(text: String) throws {
        #expect(try TriageFixtures.read("ich und der zug: " + text).details == [])
        #expect(try TriageFixtures.read("the train and i are here: " + text).details == [])
    }

    @Test func `of a product without blanks are found as one`() throws {
        let text = "meine Fritz!Box 7590 geht nicht"
        let details = try #require(try TriageFixtures.read(text).details)
        #expect(details.map { Self.words($0, text) } == ["product \"Fritz!Box 7590\""])
    }

    @Test func `are found where a sign before the text moves them`() throws {
        let text = "😡👨‍👩‍👧 ä ü: Der Zug um 7:40 nach Köln kostet 12,90 €, toll"
        let details = try #require(try TriageFixtures.read(text).details)
        #expect(
            details.map { Self.words($0, text) } == ["time \"7:40\"", "place \"Köln\"", "amount \"12,90 €\""])
    }

    @Test(arguments: [
        "9 ", "9.", "9-", "9/", "um 9 ", "am 3.", "seit 3 ", "3 tage und ", "von Berlin nach ", "Gleis ", "ein halb ",
        "€", "€9 ", "9,-", "zwischen ", "half past ", "from York to ", "12/04/2024 ", "1h", "😡3 ", "3\u{200b}", "½ ",
        "٣ ", "Bad ", "ICE 5", "letzten ", "Ende der ",
    ])
    func `are looked for in linear time and within the text`(unit: String) throws {
        let text = "der zug und ich the train is: " + String(repeating: unit, count: 200_000 / unit.utf8.count)
        let clock = ContinuousClock()
        let start = clock.now
        let details = try #require(try TriageFixtures.read(text).details)
        #expect(clock.now - start < .seconds(30))
        #expect(details.count <= 64)
        let count = text.unicodeScalars.count
        #expect(details.allSatisfy { !$0.range.isEmpty && $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
        #expect(zip(details, details.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
}
