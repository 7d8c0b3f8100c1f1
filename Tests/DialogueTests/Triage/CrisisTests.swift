import Dialogue
import Testing

@Suite struct `A crisis` {
    private static let cry = "Auf Gleis 7 liegt eine ältere Dame und reagiert nicht, hier ist niemand von euch"

    /// Learned from posts none of which is for anybody or needs an answer.
    private static let deaf = Task {
        let engine = try TriageFixtures.engine.get()
        let lessons = (0..<80).map { index in
            let isTold = index % 4 == 0
            return ModelTrainer.Lesson(
                LabelledPost(
                    id: "voice\(index)-1",
                    text: isTold ? "wo bleibt mein paket nummer \(index)" : "hier ist niemand am gleis \(index)",
                    language: .german,
                    labels: [
                        .forUs: isTold ? "true" : "false", .needsAnswer: isTold ? "true" : "false",
                        .urgency: isTold ? "1" : "0", .intent: isTold ? "question" : "chat",
                    ]))
        }
        return engine.knowing([await ModelTrainer(engine: engine, language: .german).model(from: lessons)])
    }

    @Test func `is owed an answer whatever a model has learned`() async throws {
        let triage = try await Self.deaf.value.read(Self.cry, context: TriageContext())
        #expect(triage.flags.map(\.flag) == [.crisis])
        #expect(!triage.forUs.value)
        #expect(triage.needsAnswer.value)
        #expect(triage.urgency.value == .atOnce(.safety))
    }

    @Test func `in a reply to somebody else is owed an answer, but not a post that has nothing to do with the brand`()
        throws
    {
        let engine = try TriageFixtures.engine.get()
        var context = TriageContext(addressesBrand: false, isReply: true, accountHandles: ["@silberbahn"])
        #expect(engine.read("@anna " + Self.cry, context: context).needsAnswer.value)
        context.isReply = false
        #expect(!engine.read(Self.cry, context: context).needsAnswer.value)
    }

    @Test(arguments: [
        "Ich will sterben.", "Someone is unconscious on platform 3, we need an ambulance",
        "Noch eine Mahnung und ich bring euch um",
    ])
    func `is for at once`(_ text: String) throws {
        #expect(try TriageFixtures.read(text).urgency.value == .atOnce(.safety))
    }

    @Test func `needs words of harm and words that say it is happening`() throws {
        let texts = [
            ("Rauch", []),
            ("Im Wagen 4 ist Rauch, bitte schickt jemanden, wir stehen bei Hollerau", [TriageFlag.crisis]),
            ("Letztes Jahr war im Wagen 4 Rauch, danke nochmal an den Schaffner", []),
        ]
        for (text, flags) in texts {
            let triage = try TriageFixtures.read(text, context: TriageContext(platformLanguage: "de"))
            #expect(triage.flags.map(\.flag) == flags, "\(text)")
        }
    }
}

@Suite struct `Urgency with a model` {
    /// What the model has learned says how soon, the rules say why.
    private static func engine(level: String) async throws -> TriageEngine {
        let engine = try TriageFixtures.engine.get()
        let lessons = (0..<60).map { index in
            ModelTrainer.Lesson(
                LabelledPost(
                    id: "voice\(index)-1",
                    text: index % 3 == 0 ? "schöner tag \(index)" : "bis freitag brauche ich das formular \(index)",
                    language: .german, labels: [.urgency: index % 3 == 0 ? (level == "0" ? "1" : "0") : level]))
        }
        return engine.knowing([await ModelTrainer(engine: engine, language: .german).model(from: lessons)])
    }

    @Test func `of level 1 or more has a reason`() async throws {
        for level in ["0", "1", "2"] {
            let engine = try await Self.engine(level: level)
            for text in [
                "bis freitag brauche ich das formular 7", "ich brauche das formular", "Es brennt im Zug, hilfe!",
            ] {
                let urgency = engine.read(text, context: TriageContext()).urgency.value
                #expect((urgency.level > 0) == (urgency.reason != nil))
            }
        }
        let read = try await Self.engine(level: "2").read(
            "bis freitag brauche ich das formular 7", context: TriageContext())
        #expect(read.urgency.value == .atOnce(.deadline))
    }

    @Test func `never makes less of danger, and of anything else by one level at most`() async throws {
        let calm = try await Self.engine(level: "0")
        let danger = "Es brennt im Zug, bitte schnell, ich brauche das Formular bis Freitag"
        #expect(calm.read(danger, context: TriageContext()).urgency.value == .atOnce(.safety))
        let stranded = "Wir sind gestrandet, bis Freitag brauche ich das Formular"
        #expect(calm.read(stranded, context: TriageContext()).urgency.value.level >= 1)
    }
}
