import Dialogue
import Foundation
import Testing

/// Language and register on a public set that is not part of the project; without it there is nothing to test.
@Suite struct `The tone development set` {
    @Test func `is read in the right language, and mostly in the right register`() throws {
        guard let rows = try TriageFixtures.rows("../shared/data/tone-dev.tsv") else {
            print("no ../shared/data/tone-dev.tsv beside the project: language and register are not measured")
            return
        }
        var language = ConfusionMatrix()
        var register = ConfusionMatrix()
        var closing = ConfusionMatrix()
        for row in rows {
            guard let text = row["text"], let wanted = row["lang"] else { continue }
            let triage = try TriageFixtures.read(text)
            language.add(wanted: wanted, read: triage.language.value.rawValue)
            if wanted == "de" {
                register.add(wanted: row["register"] ?? "", read: triage.register.value.rawValue)
            } else if let act = row["intent"], act.hasSuffix("/thankyou") || act.hasSuffix("/closinggreeting") {
                closing.add(wanted: "no answer", read: triage.needsAnswer.value ? "answer" : "no answer")
            }
        }
        print("language\n\(language)\n\nregister\n\(register)\n\nthanks and goodbyes\n\(closing)\n")
        #expect(language.accuracy >= 0.98)
        #expect(register.accuracy >= 0.975)
        #expect(closing.accuracy >= 0.85)
    }
}
