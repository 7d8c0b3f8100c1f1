import Dialogue
import Settings
import Testing

/// Topics and own words: what is read, and every mistake at its place in the file.
@Suite struct `Topics and words in settings` {
    private static let whole = """
        brand: S
        triage:
          topics:
            - {name: heating, keywords: ["heat*", cold = 2]}
            - name: tickets
              keywords: ticket*
          words:
            de:
              complaint: ["zugausfall*", kein .. anschluss]
              competitor: Nordfunk
            en: {complaint: [cancellation*]}
        """

    @Test func `are read in the order of the file`() throws {
        let triage = try SettingsText(Self.whole).read().triage
        #expect(triage.topics.map(\.name) == ["heating", "tickets"])
        #expect(triage.topics.map { $0.keywords.map(\.text) } == [["heat*", "cold = 2"], ["ticket*"]])
        #expect(triage.words.map(\.language) == [.german, .english])
        #expect(triage.words.first?.entries.map(\.category) == [.complaint, .complaint, .competitor])
    }

    @Test func `are nothing where there are none`() throws {
        #expect(try SettingsText("brand: S").read().triage == TriageSettings())
        #expect(try SettingsText("brand: S\ntriage: {}").read().triage == TriageSettings())
    }

    @Test(
        "that are mistaken are named with line and column",
        arguments: [
            MistakenChange("heat*", "ab*", ["4:35 triage.topics[0].keywords[0]"], "at least 3 letters"),
            .init("heat*", "#heat", ["4:35 triage.topics[0].keywords[0]"], "without it"),
            .init("cold = 2", "cold = hot", ["4:48 triage.topics[0].keywords[1]"], "is not a weight"),
            .init("cold = 2", ".. cold", ["4:43 triage.topics[0].keywords[1]"], "between two words"),
            .init(
                "name: tickets", "name: heating", ["5:13 triage.topics[1].name"],
                "is already the name of the one on line 4"),
            .init(
                "name: tickets", "nam: tickets", ["5:7 triage.topics[1].nam", "5:7 triage.topics[1].name"],
                "did you mean name?"),
            .init("keywords: ticket*", "keywords: []", ["6:17 triage.topics[1].keywords"], "an empty list"),
            .init("complaint: [\"z", "complant: [\"z", ["9:7 triage.words.de.complant"], "did you mean complaint?"),
            .init("complaint: [\"z", "fury: [\"z", ["9:7 triage.words.de.fury"], "known are "),
            .init("    en:", "    fr:", ["11:5 triage.words.fr"], "known are de, en"),
            .init("  words:", "  word:", ["7:3 triage.word"], "did you mean words?"),
            .init("en: {complaint: [cancellation*]}", "en: [cancellation*]", ["11:9 triage.words.en"], "not a mapping"),
            .init("Nordfunk", "\"<name>\"", ["10:20 triage.words.de.competitor"], "only <number> exists"),
        ])
    func mistakes(_ change: MistakenChange) {
        let text = SettingsText(Self.whole.replacing(change.old, with: change.new, maxReplacements: 1))
        #expect(text.places() == change.places)
        let said = text.mistakes().map(\.description).joined(separator: "\n")
        #expect(said.contains(change.words), "\(said)")
    }

    @Test func `are all named in one run`() {
        let text = Self.whole.replacing("heat*", with: "h*").replacing("Nordfunk", with: "[]").replacing(
            "  en:", with: "  it:")
        #expect(SettingsText(text).places().count == 3)
    }
}
