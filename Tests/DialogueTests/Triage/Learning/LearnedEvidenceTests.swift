import Dialogue
import Testing

@Suite struct `Words that spoke for a learned label` {
    @Test func `are named where somebody asks, and nowhere else`() async throws {
        let engine = try await taught
        let text = "This is pling and nothing else today"
        let usual = engine.read(text, context: TriageContext())
        #expect(!usual.evidence.contains { $0.reason == .learned })

        let explained = engine.read(text, context: TriageContext(), explains: true)
        let scalars = Array(text.unicodeScalars)
        let named = explained.evidence.filter { $0.reason == .learned && $0.label == .sentiment(.negative) }
        #expect(named.contains { String(String.UnicodeScalarView(scalars[$0.range])) == "pling" })
        #expect(explained.intent == usual.intent && explained.sentiment == usual.sentiment)
    }

    @Test func `stand within the text, whatever it is`() async throws {
        let engine = try await taught
        for text in [
            "", "🙂", "pling\u{301} \u{202e}pling", String(repeating: "pling ", count: 5_000), "@a #pling http://x",
        ] {
            let triage = engine.read(text, context: TriageContext(platformLanguage: "en"), explains: true)
            #expect(
                triage.evidence.allSatisfy { $0.range.upperBound <= text.unicodeScalars.count && !$0.range.isEmpty })
        }
    }

    /// An invented word that always stands in negative posts: what no word list knows.
    private var taught: TriageEngine {
        get async throws {
            let posts = (0..<60).map { number in
                let isBad = number % 2 == 0
                return LabelledPost(
                    id: "p-\(number)", text: "The \(number) is \(isBad ? "pling" : "plong") for us and them",
                    language: .english,
                    labels: [
                        .sentiment: isBad ? "negative" : "neutral", .intent: isBad ? "complaint" : "chat",
                        .needsAnswer: isBad ? "true" : "false",
                    ])
            }
            let engine = try TriageFixtures.engine.get()
            return engine.knowing([
                await ModelTrainer(engine: engine, language: .english).model(
                    from: posts.map { ModelTrainer.Lesson($0) })
            ])
        }
    }
}
