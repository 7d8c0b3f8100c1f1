import Dialogue
import Testing

@Suite struct `Triage labels` {
    @Test func `print the words of the record`() {
        #expect(Language.allCases.map(\.rawValue) == ["de", "en", "other"])
        #expect(Register.allCases.map(\.rawValue) == ["du", "sie", "ihr", "mixed", "none"])
        #expect(
            Intent.allCases.map(\.rawValue) == [
                "complaint", "question", "praise", "suggestion", "follow_up", "closing", "chat", "abuse",
            ])
        #expect(Sentiment.allCases.map(\.rawValue) == ["negative", "neutral", "positive"])
        #expect(
            Emotion.allCases.map(\.rawValue) == ["anger", "disappointment", "worry", "sadness", "joy", "neutral"])
        #expect(UrgencyReason.allCases.map(\.rawValue) == ["safety", "now", "stranded", "deadline"])
        #expect(
            TriageFlag.allCases.map(\.rawValue) == [
                "crisis", "legal", "press", "privacy_request", "minor", "discrimination", "personal_data",
                "competitor", "spam", "threat_to_leave",
            ])
    }

    @Test func `that were not looked for are missing, not invented`() throws {
        let triage = try TriageFixtures.read("Where is my train? 😡")
        #expect(triage.emotion == nil)
        #expect(triage.ironySuspected == nil)
        #expect(triage.topic == nil)
        #expect(triage.intent.probabilities[.suggestion] == nil)
        #expect(triage.intent.probabilities[.abuse] == nil)
        #expect(triage.flagsSought == TriageFlags(TriageFlag.allCases.map { TriageFlags($0) }))
        // Of words in another language only personal data is looked for.
        #expect(try TriageFixtures.read("Где мой поезд?").flagsSought == .personalData)
    }

    @Test func `have probabilities that sum to one`() throws {
        for text in ["", "?", "thanks", "late again", "👍", "ok"] {
            let probabilities = try TriageFixtures.read(text).intent.probabilities
            let sum = Intent.allCases.reduce(0) { $0 + (probabilities[$1] ?? 0) }
            #expect(abs(sum - 1) < 1e-9)
        }
    }

    @Test func `without any score are chat`() {
        let nothing = IntentProbabilities(scores: [(.complaint, 0), (.praise, -1), (.question, .nan)])
        #expect(nothing.likeliest == .chat)
        #expect(nothing[.chat] == 1)
        #expect(nothing[.complaint] == 0)
        #expect(nothing[.closing] == nil)
    }

    @Test(arguments: [(-0.5, 0.0), (0.25, 0.25), (7, 1), (.nan, 0), (.infinity, 1)])
    func `keep confidence between 0 and 1`(given: Double, kept: Double) {
        #expect(Reading(true, confidence: given).confidence == kept)
        #expect(FlagReading(.crisis, confidence: given).confidence == kept)
    }

    @Test func `of urgency need a reason from level 1`() {
        #expect(Urgency(level: 0, reason: nil) == .usual)
        #expect(Urgency(level: 2, reason: .safety) == .atOnce(.safety))
        #expect(Urgency(level: 1, reason: nil) == nil)
        #expect(Urgency(level: 0, reason: .now) == nil)
        #expect(Urgency(level: 3, reason: .now) == nil)
    }

    @Test func `stand on evidence within the text`() throws {
        let text = "👨‍👩‍👧 Thanks, but the train is delayed again!"
        let triage = try TriageFixtures.read(text)
        let scalars = Array(text.unicodeScalars)
        let delayed = try #require(triage.evidence.first { $0.label == .intent(.complaint) })
        #expect(String(String.UnicodeScalarView(scalars[delayed.range])) == "delayed")
        #expect(delayed.reason.id == "lexicon.complaint")
        #expect(delayed.label.label == "intent")
        #expect(delayed.label.value == "complaint")
        for evidence in triage.evidence {
            #expect(evidence.range.lowerBound >= 0 && evidence.range.upperBound <= scalars.count)
        }
    }

    @Test func `depend on the lists that made them`() throws {
        let one = try Lexicon(language: .english, files: ["a": Array("[complaint]\nlate\n".utf8)])
        let other = try Lexicon(language: .english, files: ["a": Array("[complaint]\nlost\n".utf8)])
        let engines = [[one], [other], [one, other], []].map { TriageEngine(lexicons: $0) }
        #expect(engines[0].modelVersion != engines[1].modelVersion)
        #expect(engines[1].modelVersion == engines[2].modelVersion)
        #expect(engines[3].read("late", context: TriageContext()).language.value == .other)
        #expect(ModelVersion(engines[0].modelVersion.description) == engines[0].modelVersion)
    }
}
