import Dialogue
import Drafting
import Testing

/// A line of `fixtures/drafting/checks.tsv`.
struct CheckExample: CustomTestStringConvertible, Sendable {
    let rule: DraftRule
    let language: Language
    let register: Register
    let intent: Intent
    let isFound: Bool
    let text: String
    let words: [String]

    init?(_ columns: [String]) {
        guard columns.count >= 6, let rule = DraftRule(rawValue: columns[0]),
            let language = Language(rawValue: columns[1])
        else { return nil }
        self.rule = rule
        self.language = language
        register = Register(rawValue: columns[2]) ?? .none
        intent = Intent(rawValue: columns[3]) ?? .chat
        isFound = columns[4] == "found"
        text = columns[5].replacing("\\n", with: "\n")
        words = columns.count > 6 ? columns[6].split(separator: "|").map(String.init) : []
    }

    var testDescription: String { "\(rule.rawValue) \(language.rawValue): \(text)" }

    var request: DraftRequest {
        var request = DraftingWorld.request(
            DraftingWorld.labels(intent, language: language, register: register))
        request.voice = BrandVoice(register: .neutral, language: language)
        return request
    }
}

@Suite struct `Checks of replies` {
    static let lines = DraftingWorld.table("checks.tsv")
    static let examples = lines.compactMap { CheckExample($0) }

    @Test func `every line of the table is an example`() {
        #expect(Self.examples.count == Self.lines.count)
        #expect(Self.examples.count > 80)
    }

    @Test(arguments: examples) func `a rule finds what it is for and nothing else`(example: CheckExample) {
        let findings = DraftingWorld.writer.findings(in: example.text, for: example.request)
        let finding = findings.first { $0.rule == example.rule }
        #expect((finding != nil) == example.isFound, "\(finding?.message ?? "nothing found")")
        guard let finding else { return }
        let scalars = Array(example.text.unicodeScalars)
        let words = finding.ranges.map { range in
            String(String.UnicodeScalarView(scalars[range]))
        }
        if !example.words.isEmpty { #expect(words == example.words) }
    }

    @Test func `every rule has an example of each kind or a test of its own`() {
        let elsewhere: Set<DraftRule> = [.length, .opening, .characters, .reproach, .promise, .bureaucratic]
        for rule in DraftRule.allCases where !elsewhere.contains(rule) {
            #expect(Self.examples.contains { $0.rule == rule && $0.isFound }, "\(rule)")
            #expect(Self.examples.contains { $0.rule == rule && !$0.isFound }, "\(rule)")
        }
    }

    @Test func `each rule stands once in the list`() {
        #expect(Set(DraftChecks.all.rules.map(\.rule)) == Set(DraftRule.allCases))
        #expect(DraftChecks.all.rules.count == DraftRule.allCases.count)
    }

    @Test(arguments: ["a\u{0}b", "a\u{202E}b", "e\u{301}", "a\u{1b}[31m", "\u{feff}a", "", "a\u{85}b", "a\rb"])
    func `text that is not what it seems is refused`(text: String) {
        let findings = DraftingWorld.writer.findings(in: text, for: DraftingWorld.request())
        #expect(findings.contains { $0.rule == .characters && $0.level == .block })
    }

    @Test func `a reply made at night says when the desk opens`() {
        let request = DraftingWorld.request(at: DraftingWorld.closed)
        let silent = DraftingWorld.writer.findings(in: "?", for: request)
        #expect(silent.contains { $0.rule == .opening })
        let open = DraftingWorld.writer.findings(in: "?", for: DraftingWorld.request())
        #expect(!open.contains { $0.rule == .opening })
    }

    @Test func `a sentence that the page has read is found in the next reply`() {
        let sentence = "One two three four five six seven."
        var request = DraftingWorld.request()
        #expect(!DraftingWorld.writer.findings(in: sentence, for: request).contains { $0.rule == .repetition })
        request.page.record("Before. \(sentence.uppercased()) After.", wording: nil)
        let finding = DraftingWorld.writer.findings(in: sentence, for: request).first { $0.rule == .repetition }
        #expect(finding?.level == .warn)
        for index in 0..<200 { request.page.record("\(index)", wording: nil) }
        #expect(!DraftingWorld.writer.findings(in: sentence, for: request).contains { $0.rule == .repetition })
    }

    @Test func `hostile texts are checked quickly`() {
        let hostile = [
            String(repeating: "@", count: 10_000), String(repeating: "[a", count: 10_000),
            String(repeating: "sie tut uns ", count: 4_000), String(repeating: "www.", count: 5_000),
            String(repeating: "!? ", count: 10_000), String(repeating: "<a ", count: 10_000),
        ]
        let started = ContinuousClock.now
        for text in hostile { _ = DraftingWorld.writer.findings(in: text, for: DraftingWorld.request()) }
        #expect(ContinuousClock.now - started < .seconds(60))
    }
}
