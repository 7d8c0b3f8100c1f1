import Dialogue
import TestSupport
import Testing

@Suite struct `Learning from a desk` {
    /// Words that no list and no corpus has, each with what a desk means by it.
    private static let signal = ["plingo": "negative", "plango": "positive", "plungo": "neutral"]

    @Test func `takes what reads the lessons kept aside better, and only that`() async throws {
        let desk = try await Desk()
        let outcome = await desk.learn(desk.lessons())
        let trial = try #require(outcome.report.trial(of: .sentiment))
        #expect(trial.verdict == .learned)
        #expect(try #require(trial.after) > 0.9)
        #expect(try #require(trial.before) < 0.6)
        #expect(trial.lessons == 300 && (40...80).contains(trial.aside))
        let model = try #require(outcome.model)
        let (before, after) = (desk.engine.knowing([desk.base]), desk.engine.knowing([model.used]))
        #expect(after.read("This is plingo, I say", context: TriageContext()).sentiment.value == .negative)
        for post in desk.seed.prefix(100) {
            let (old, new) = (
                before.read(post.text, context: TriageContext()), after.read(post.text, context: TriageContext())
            )
            #expect(old.intent == new.intent && old.needsAnswer == new.needsAnswer && old.urgency == new.urgency)
        }
    }

    @Test func `keeps what it has where the labels are noise`() async throws {
        let desk = try await Desk()
        // What people said has nothing to do with the words.
        let outcome = await desk.learn(
            desk.seed.suffix(200).enumerated().map { index, post in
                post.saying([.sentiment: ["negative", "positive", "neutral"][(index * 7 + index / 5) % 3]])
            })
        #expect(outcome.report.trial(of: .sentiment)?.verdict == .noBetter)
        #expect(outcome.model == nil)
    }

    @Test func `gives the same model of the same lessons, byte for byte`() async throws {
        let desk = try await Desk()
        let lessons = desk.lessons()
        async let first = desk.learn(lessons)
        async let second = desk.learn(lessons)
        let models = await [first, second].map(\.model)
        #expect(models[0]?.used.bytes == models[1]?.used.bytes)
        #expect(models[0]?.judged.bytes == models[1]?.judged.bytes)
        #expect(models[0]?.used != models[0]?.judged)
    }

    @Test func `learns a label in the same way whatever else is learned`() async throws {
        let desk = try await Desk()
        let trainer = ModelTrainer(engine: desk.engine, language: .english)
        let posts = desk.seed.map { ModelTrainer.Lesson($0) }
        let together = await trainer.model(desk.base, learning: [.sentiment, .intent], from: posts)
        let sentiment = await trainer.model(desk.base, learning: [.sentiment], from: posts)
        #expect(await trainer.model(sentiment, learning: [.intent], from: posts).bytes == together.bytes)
    }

    @Test func `decides nothing by fewer than ten lessons aside`() async throws {
        let desk = try await Desk()
        let outcome = await desk.learn(Array(desk.lessons().prefix(30)))
        #expect(outcome.report.trial(of: .sentiment)?.verdict == .tooFew)
        #expect(outcome.report.trial(of: .intent)?.verdict == .nothingNew)
        #expect(outcome.model == nil)
    }

    @Test func `tries only labels with new lessons, and each against the twin of what is in use`() async throws {
        let desk = try await Desk()
        let lessons = desk.lessons()
        let first = await desk.learn(lessons)
        let model = try #require(first.model)
        let again = await desk.learn(lessons, replacing: model, before: first.report)
        #expect(again.report.trials.allSatisfy { $0.verdict == .nothingNew })
        #expect(again.model == nil)

        // One lesson that changes is enough; and that the model in use has learned every lesson is no advantage to it.
        var changed = lessons
        let learned = try #require(
            lessons.firstIndex { !DeskTraining.isAside($0) && $0.labels[.sentiment] != "neutral" })
        changed[learned] = lessons[learned].saying([.sentiment: "neutral"])
        let later = await desk.learn(changed, replacing: model, before: first.report)
        let trial = try #require(later.report.trial(of: .sentiment))
        #expect(trial.verdict == .learned || trial.verdict == .noBetter)
        #expect(try #require(trial.before) == (try #require(first.report.trial(of: .sentiment)?.after)))
    }

    @Test func `leaves lessons in other languages alone`() async throws {
        let desk = try await Desk()
        let german = desk.lessons().map {
            LabelledPost(id: $0.id, text: $0.text, language: .german, labels: $0.labels)
        }
        #expect(await desk.learn(german).report.trials.allSatisfy { $0.verdict == .nothingNew && $0.lessons == 0 })
    }

    @Test func `keeps about every fifth lesson aside, copies on the same side`() {
        func lesson(_ text: String) -> LabelledPost {
            LabelledPost(id: "1", text: text, language: .english, labels: [:])
        }
        let texts = (0..<2_000).map { "post number \($0) of a page" }
        let aside = texts.filter { DeskTraining.isAside(lesson($0)) }
        #expect((340...460).contains(aside.count))
        for text in texts.prefix(200) {
            let isAside = DeskTraining.isAside(lesson(text))
            for copy in [text.uppercased(), "@brand \(text)!!", "\(text) https://t.example/x"] {
                #expect(DeskTraining.isAside(lesson(copy)) == isAside)
            }
        }
        for odd in ["", "🙂", "https://a.example", "\u{0}"] { _ = DeskTraining.isAside(lesson(odd)) }
    }

    /// A model of a few posts, and a desk that teaches it.
    private struct Desk {
        let engine: TriageEngine
        let seed: [LabelledPost]
        let base: TriageModel

        init() async throws {
            engine = try TriageFixtures.engine.get()
            seed = try Array(SeedCorpus(.english).posts.prefix(400))
            base = await ModelTrainer(engine: engine, language: .english).model(from: seed.map { .init($0) })
        }

        /// Three hundred posts that say an invented word, labelled by it.
        func lessons() -> [LabelledPost] {
            let signs = signal.sorted { $0.key < $1.key }
            return (0..<300).map { number in
                let sign = signs[number % signs.count]
                let other = seed[number].text.split(separator: " ").prefix(4).joined(separator: " ")
                return LabelledPost(
                    id: "p\(number)", text: "\(other) \(sign.key) \(number)", language: .english,
                    labels: [.sentiment: sign.value])
            }
        }

        func learn(
            _ lessons: [LabelledPost], replacing model: TaughtModel? = nil, before: TrainingReport? = nil
        ) async -> DeskTraining.Outcome {
            await DeskTraining(engine: engine, language: .english, corpus: seed, others: []).run(
                lessons, replacing: model ?? TaughtModel(shipped: base), before: before)
        }
    }
}

extension LabelledPost {
    fileprivate func saying(_ labels: [LearnedLabel: String]) -> LabelledPost {
        LabelledPost(id: id, text: text, language: language, labels: labels)
    }
}
