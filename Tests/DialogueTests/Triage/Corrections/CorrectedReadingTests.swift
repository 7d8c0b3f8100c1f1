import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `A corrected reading` {
    private static func reading(
        _ intent: Intent, needsAnswer: Bool, forUs: Bool = true, _ said: [CorrectableLabel: String]
    ) -> CorrectedReading {
        var read = SmallThread.triage(intent, needsAnswer: needsAnswer)
        read.forUs = forUs
        return CorrectedReading(
            read,
            corrections: CorrectableLabel.allCases.compactMap { label in
                said[label].map {
                    Correction(
                        post: "1", hash: ContentHash(of: "1"), label: label, word: $0, person: "Eva",
                        at: SmallThread.start)
                }
            })
    }

    @Test(
        "of what people say follows whether an answer is owed",
        arguments: [
            // Read as chat that needs none.
            (.chat, false, true, [.intent: "question"], true), (.chat, false, true, [.intent: "complaint"], true),
            (.chat, false, true, [.intent: "suggestion"], true), (.chat, false, true, [.intent: "follow_up"], true),
            (.chat, false, true, [.intent: "abuse"], false), (.chat, false, true, [.intent: "praise"], false),
            (.chat, false, true, [.needsAnswer: "true"], true), (.chat, false, true, [.sentiment: "negative"], false),
            (.chat, false, true, [.intent: "question", .needsAnswer: "false"], false),
            // Read as a complaint that needs one.
            (.complaint, true, true, [.intent: "praise"], false), (.complaint, true, true, [.intent: "closing"], false),
            (.complaint, true, true, [.intent: "chat"], false), (.complaint, true, true, [.intent: "abuse"], true),
            (.complaint, true, true, [.forUs: "false"], false), (.complaint, true, true, [.forUs: "true"], true),
            (.complaint, true, true, [.forUs: "false", .needsAnswer: "true"], true),
            (.complaint, true, true, [.intent: "praise", .needsAnswer: "true"], true),
            (.complaint, true, true, [.forUs: "false", .intent: "question"], false),
            (.complaint, true, true, [.language: "en", .register: "du", .urgency: "2", .emotion: "joy"], true),
            // Read as not for us.
            (.complaint, false, false, [.forUs: "true"], true), (.chat, false, false, [.forUs: "true"], false),
            (.abuse, false, false, [.forUs: "true"], true),
            (.chat, false, false, [.forUs: "true", .intent: "question"], true),
            (.chat, false, false, [.intent: "question"], false), (.chat, false, false, [.needsAnswer: "true"], true),
        ] as [(Intent, Bool, Bool, [CorrectableLabel: String], Bool)])
    func need(_ intent: Intent, _ needsAnswer: Bool, _ forUs: Bool, _ said: [CorrectableLabel: String], _ owed: Bool) {
        #expect(Self.reading(intent, needsAnswer: needsAnswer, forUs: forUs, said).summary.needsAnswer == owed)
    }

    @Test func `has every label as it was said, and keeps what was read`() {
        let said: [CorrectableLabel: String] = [
            .forUs: "false", .needsAnswer: "true", .intent: "question", .sentiment: "positive", .urgency: "2",
            .language: "de", .register: "ihr", .emotion: "joy", .irony: "true",
        ]
        let reading = Self.reading(.chat, needsAnswer: false, said)
        for (label, word) in said where ![.emotion, .irony].contains(label) {
            #expect(reading.summary.word(of: label) == word, "\(label)")
        }
        #expect(reading.summary.urgency == .atOnce(.now))
        #expect(reading.read == SmallThread.triage(.chat, needsAnswer: false))
        #expect(reading.corrections.count == said.count)
        #expect(reading.changesReply)
    }

    @Test func `keeps the reason of an urgency that was read`() {
        var read = SmallThread.triage(.complaint)
        read.urgency = .atOnce(.stranded)
        let said = ["0", "1", "2"].map { word in
            CorrectedReading(
                read,
                corrections: [
                    Correction(
                        post: "1", hash: ContentHash(of: "1"), label: .urgency, word: word, person: "Eva",
                        at: SmallThread.start)
                ]
            ).summary.urgency
        }
        #expect(said == [.usual, .soon(.stranded), .atOnce(.stranded)])
    }

    @Test(
        arguments: [
            ([.sentiment: "negative"], false), ([.urgency: "2"], false), ([.emotion: "joy"], false),
            ([.language: "en"], false), ([.language: "de"], true), ([.register: "du"], true),
            ([.intent: "question"], true), ([.intent: "complaint"], false), ([.needsAnswer: "false"], true),
        ] as [([CorrectableLabel: String], Bool)])
    func `calls for another reply where language, address, intent or need differ`(
        _ said: [CorrectableLabel: String], _ isOther: Bool
    ) {
        #expect(Self.reading(.complaint, needsAnswer: true, said).changesReply == isOther)
    }

    @Test func `holds by the last word on each label of each wording`() {
        let old = ContentHash(of: "old")
        let new = ContentHash(of: "new")
        let said = [
            ("1", old, CorrectableLabel.intent, "praise"), ("1", old, .needsAnswer, "true"),
            ("1", new, .intent, "chat"), ("1", old, .intent, "question"), ("2", old, .intent, "closing"),
        ].map { post, hash, label, word in
            Correction(post: post, hash: hash, label: label, word: word, person: "Eva", at: SmallThread.start)
        }
        let holding = said.holding.mapValues { $0.map(\.word) }
        #expect(
            holding == [
                PostWording(post: "1", hash: old): ["true", "question"], PostWording(post: "1", hash: new): ["chat"],
                PostWording(post: "2", hash: old): ["closing"],
            ])
    }
}
