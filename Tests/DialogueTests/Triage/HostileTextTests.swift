import Dialogue
import Foundation
import Testing

/// A megabyte of one kind is read in time proportional to its length, by rules and with what was learned.
@Suite(.serialized) struct `Hostile text` {
    private static let small = 100_000
    private static let large = 1_000_000

    static let texts: [(name: String, unit: String)] = [
        ("one letter", "a"), ("one word", "not "), ("words of a phrase", "still waiting not good "),
        ("question marks", "?"), ("full stops", ". "), ("emoji", "😡"), ("families", "👨‍👩‍👧‍👦"),
        ("hashtags", "#AbAb_"), ("short hashtags", "#a "), ("at signs", "a@b."), ("mentions", "@a "),
        ("one mention", "@a"), ("numbers", "0 1"), ("digits", "9"), ("grouped digits", "12/34-"),
        ("account heads", "DE89 "), ("quotes", "\"„»"), ("opened quotes", "„"), ("words in quotes", "\"a\" "),
        ("zalgo", "a\u{300}\u{301}\u{302}\u{303}\u{308}"), ("marks alone", "\u{308}"),
        ("direction overrides", "\u{202e}late\u{202d}"), ("zeroes", "\u{0}"), ("replacement", "\u{fffd}"),
        ("newlines", "\n"), ("colons", ":"), ("eyes", ":-"), ("scripts", "поезд列車"), ("umlauts", "Ää"),
        ("links", "https://a "), ("one link", "https://a"), ("gaps", "since a hour "),
        ("gaps that begin", "ich bringe den "), ("dangers", "Rauch im Wagen. "),
        ("dangers here", "es brennt hier jetzt hilfe "),
        ("negations", "nicht kein nie "), ("flags", "mein Anwalt vor den Zug "), ("drawn out", "sooooo "),
        ("commas", "a, "), ("points in words", "a.b."), ("brackets", "(a "),
    ]

    private static let topics = Result {
        TopicBook([
            Topic(
                "a",
                keywords: [try LexiconPhrase("aab*"), try LexiconPhrase("since .. hour"), try LexiconPhrase("zug")]),
            Topic("b", keywords: [try LexiconPhrase("not .. good .. still")]),
        ])
    }

    /// Knows everything that can be learned, from a few posts.
    private static let learned = Task {
        let engine = TriageEngine(
            lexicons: [try TriageFixtures.lexicon(.german), try TriageFixtures.lexicon(.english)],
            topics: try topics.get())
        var models: [TriageModel] = []
        for language in [Language.german, .english] {
            let model = await ModelTrainer(engine: engine, language: language).model(
                from: (0..<60).map { index in
                    let isOdd = index % 2 == 1
                    return ModelTrainer.Lesson(
                        LabelledPost(
                            id: "voice\(index)-1",
                            text: isOdd ? "not good, still waiting \(index)" : "danke, thanks \(index)",
                            language: language,
                            labels: [
                                .forUs: "\(isOdd)", .needsAnswer: "\(isOdd)", .intent: isOdd ? "complaint" : "praise",
                                .sentiment: isOdd ? "negative" : "positive", .emotion: isOdd ? "anger" : "joy",
                                .urgency: isOdd ? "1" : "0", .irony: "\(isOdd)",
                            ]))
                })
            models.append(model)
        }
        let lessons = (0..<24).map {
            TopicLesson(
                text: $0 % 2 == 0 ? "still waiting \($0)" : "danke \($0)", language: .english,
                topic: $0 % 2 == 0 ? "a" : nil)
        }
        let taught = engine.knowing(models)
        return TopicTrainer(engine: engine).model(of: ["a", "b"], from: lessons).map(taught.knowing) ?? taught
    }

    @Test(arguments: texts.map(\.name), [false, true])
    func `takes ten times as long when it is ten times as long`(name: String, isLearned: Bool) async throws {
        let unit = try #require(Self.texts.first { $0.name == name }?.unit)
        let engine = isLearned ? try await Self.learned.value : try TriageFixtures.engine.get()
        let context = TriageContext(accountHandles: ["@a", "b"])
        let short = String(repeating: unit, count: Self.small / unit.utf8.count)
        let long = String(repeating: unit, count: Self.large / unit.utf8.count)
        _ = engine.read(short, context: context)
        let few = (0..<3).map { _ in Self.work { _ = engine.read(short, context: context) } }.min() ?? 0
        var triage = engine.read("", context: context)
        let many = Self.work { triage = engine.read(long, context: context) }
        // Quadratic work would be a hundred times as much; caches and growing arrays make a little more than ten.
        #expect(many <= few * 40 + 0.05, "\(few) s and \(many) s of this thread")

        let count = long.unicodeScalars.count
        #expect(triage.evidence.count <= 128)
        #expect(triage.evidence.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
        #expect(triage.personalData.allSatisfy { $0.range.upperBound <= count })
        #expect((triage.details ?? []).allSatisfy { $0.range.upperBound <= count })
        #expect((triage.facets ?? []).allSatisfy { $0.upperBound <= count })
    }

    /// Seconds of work that this thread does, whatever else the machine is busy with.
    private static func work(_ body: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        body()
        return now() - start
    }

    @Test(arguments: [false, true])
    func `of a megabyte and of every kind is read`(isLearned: Bool) async throws {
        let mixed = Self.texts.map(\.unit).joined(separator: " ")
        let text = String(repeating: mixed, count: 1_000_000 / mixed.utf8.count)
        let engine = isLearned ? try await Self.learned.value : try TriageFixtures.engine.get()
        let triage = engine.read(text, context: TriageContext())
        #expect(triage.evidence.count <= 128)
        #expect(triage.needsAnswer.value)
    }

    @Test func `of ten thousand emoji is read`() throws {
        let triage = try TriageFixtures.read(String(repeating: "😡", count: 10_000))
        #expect(triage.sentiment.value == .negative)
    }

    @Test(arguments: [
        "", " ", "\u{0}", "\u{300}", "\u{200d}", "@", "#", "#_", ":", "+", "=", "<", "\"", "?", "a@", "DE89", "www.",
    ])
    func `of next to nothing is read too`(text: String) async throws {
        let triage = try TriageFixtures.read(text)
        #expect(triage.summary.flags == [])
        #expect(try await Self.learned.value.read(text, context: TriageContext()).flags.isEmpty)
    }

    @Test func `made of broken bytes is read after repair`() throws {
        let bytes: [UInt8] = [0xff, 0xc3, 0x28, 0xf0, 0x9f, 0x98] + Array(" the train is delayed".utf8) + [0xe2, 0x82]
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try TriageFixtures.read(text).intent.value == .complaint)
    }

    @Test func `is a topic or a brand's own word only by the rules of entries`() {
        for text in ["\u{0}", "\u{202e}", String(repeating: "a ", count: 10_000), "* *", ".. .. .."] {
            #expect(throws: LexiconError.self) { try LexiconPhrase(text) }
        }
    }
}
