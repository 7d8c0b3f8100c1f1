import Dialogue
import Foundation
import Testing

/// Language and register of every post of the seed corpus, as the rules read them without knowing any thread.
@Suite struct `The seed corpus` {
    @Test(arguments: ["de", "en"])
    func `is read in its language`(language: String) throws {
        var matrix = ConfusionMatrix()
        for row in try #require(try TriageFixtures.rows("fixtures/corpus/\(language).tsv")) {
            let triage = try TriageFixtures.read(row["text"] ?? "")
            matrix.add(wanted: row["language"] ?? "", read: triage.language.value.rawValue)
        }
        print("language of the \(language) corpus\n\(matrix)\n")
        #expect(matrix.accuracy >= 0.99)
        #expect(matrix.recall(language) >= 0.99)
    }

    /// Half of what is read as an address and is none goes to other people: words alone do not tell.
    @Test func `is mostly read in its register`() throws {
        var matrix = ConfusionMatrix()
        for row in try #require(try TriageFixtures.rows("fixtures/corpus/de.tsv")) where row["language"] == "de" {
            let triage = try TriageFixtures.read(row["text"] ?? "")
            matrix.add(wanted: row["register"] ?? "", read: triage.register.value.rawValue)
        }
        print("register of the corpus\n\(matrix)\n")
        #expect(matrix.accuracy >= 0.935)
        #expect(matrix.recall("du") >= 0.95)
        #expect(matrix.recall("sie") >= 0.94)
        #expect(matrix.recall("ihr") >= 0.92)
        #expect(matrix.precision("none") >= 0.98)
    }
}
