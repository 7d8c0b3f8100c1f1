import Dialogue
import Testing

@Suite struct `The words of a correction` {
    @Test(
        arguments: [
            ("intent=question needs_answer=no", [.intent: "question", .needsAnswer: "false"]),
            ("  needs-answer=yes\tirony=no ", [.needsAnswer: "true", .irony: "false"]),
            ("irony_suspected=true for_us=false", [.irony: "true", .forUs: "false"]),
            ("urgency=2 language=other register=ihr", [.urgency: "2", .language: "other", .register: "ihr"]),
            ("sentiment=negative sentiment=neutral emotion=worry", [.sentiment: "neutral", .emotion: "worry"]),
            ("", [:]), (" \u{A0} ", [:]),
        ] as [(String, [CorrectableLabel: String])])
    func `are read from one line`(_ line: String, _ words: [CorrectableLabel: String]) throws {
        #expect(try CorrectionLine.read(line) == words)
    }

    @Test(
        arguments: [
            ("intent=wrath", "no-word", "complaint, question, praise, suggestion, follow_up, closing, chat, abuse"),
            ("needs_answer=maybe", "no-word", "yes, no"), ("urgency=3", "no-word", "0, 1, 2"),
            ("intent=", "no-word", "complaint"), ("intent=question=x", "no-word", "complaint"),
            ("mood=bad", "no-label", "needs_answer"), ("=yes", "no-label", "needs_answer"),
            ("question", "no-pair", "intent=question"), ("intent=question no", "no-pair", "needs_answer=no"),
            ("intent=\u{1B}[31m\u{202E}", "no-word", "complaint"),
            (String(repeating: "x", count: 100_000) + "=1", "no-label", "intent"),
        ])
    func `are refused with those there are`(_ line: String, _ code: String, _ advice: String) {
        #expect {
            _ = try CorrectionLine.read(line)
        } throws: {
            let refusal = $0 as? DecisionRefusal
            let isShort = refusal.map { $0.what.utf8.count < 120 && !$0.what.contains("\u{1B}") } ?? false
            return refusal?.code == code && refusal?.advice.contains(advice) == true && isShort
        }
    }

    @Test(arguments: CorrectableLabel.allCases)
    func `are those that people see and those that learning knows`(_ label: CorrectableLabel) throws {
        for choice in label.choices {
            let word = try label.word(for: choice)
            #expect(label.shown(word) == choice)
            #expect(try label.word(for: word) == word)
            if let learned = label.learned { #expect(learned.words.contains(word)) }
        }
        #expect(label.choices.count >= 2)
        #expect(try CorrectableLabel(named: label.rawValue) == label)
    }

    @Test func `cover every label that is learned`() {
        #expect(Set(CorrectableLabel.allCases.compactMap(\.learned)) == Set(LearnedLabel.allCases))
    }
}
