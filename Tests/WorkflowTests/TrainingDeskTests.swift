import Dialogue
import Foundation
import ServiceHours
import Storage
import TestSupport
import Testing
import Workflow

@Suite struct `Teaching triage` {
    private static let noon = Instant(seconds: 1_772_449_200)

    @Test func `takes lessons in, and says what became of each line`() async throws {
        let store = MemoryStore()
        let lines = [
            "\u{FEFF}id\ttext\tsentiment\tlanguage\tnote", "1\tZug\tnegative\tde\tx", "2\tTrain\tneutral\ten\t",
            "3\tkurz",
            "4\tZug\tfroh\tde\t", "", "5\tUnd nun?\tneutral\t\t", "\tleer\tneutral\tde\t",
        ]
        var problems: [String] = []
        let summary = try await LessonImport(store: store, triage: WatchedDesk.literate, now: Self.noon).run(
            lines.map { Array($0.utf8) }, of: "a.tsv", language: nil
        ) { problems.append("\($0.place) \($0.field)") }
        #expect(summary.kept == KeptLessons(new: 3))
        #expect(summary.refused == 3)
        #expect(problems == ["a.tsv:4 ", "a.tsv:5 sentiment", "a.tsv:8 id"])
        let kept = try await store.allLessons()
        #expect(kept.map(\.id) == ["1", "2", "5"])
        #expect(kept.map(\.language) == [.german, .english, .german])
    }

    @Test(
        "refuses a file that teaches nothing", arguments: [[], ["id\ttext"], ["id\ttext\tlanguage"], ["text\tintent"]])
    func refused(lines: [String]) async throws {
        let store = MemoryStore()
        await #expect {
            _ = try await LessonImport(store: store, triage: WatchedDesk.wordless, now: Self.noon).run(
                lines.map { Array($0.utf8) }, of: "a.tsv", language: .german
            ) { _ in }
        } throws: {
            ($0 as? Problem)?.kind == .badData && ($0 as? Problem)?.place == "a.tsv:1"
        }
    }

    @Test func `learns from corrections as from imported lessons`() async throws {
        let store = MemoryStore()
        _ = try await store.keep(Array(Self.lessons.prefix(2)), at: Self.noon)
        var thread = SmallThread()
        thread.say("1", by: "anna", at: 0, onPage: true)
        let key = ThreadKey(network: SmallThread.network, root: "1")
        func correction(_ label: CorrectableLabel, _ word: String) -> Correction {
            Correction(
                post: "1", hash: thread.posts[0].hash, label: label, word: word, person: "Eva", at: SmallThread.start)
        }
        var page = PageCommit()
        page.threads = [
            ThreadCommit(
                key: key, replaces: [:],
                posts: thread.posts.map { PostWrite(post: $0, text: "Well, well", language: nil, isCurrent: true) },
                marks: [], conversations: [],
                corrections: [
                    correction(.intent, "chat"), correction(.intent, "praise"), correction(.language, "en"),
                    correction(.register, "none"),
                ])
        ]
        #expect(try await store.commit(page) == .committed)
        let lesson = try #require(try await store.allLessons().last)
        #expect(try await store.allLessons().count == 3)
        #expect(lesson.text == "Well, well" && lesson.language == .english && lesson.labels == [.intent: "praise"])
        #expect(try await Self.desk(store).languages() == [.english])
    }

    @Test func `passes over a model that another release learned, with one warning`() async throws {
        let store = MemoryStore()
        let model = NewModel(
            language: .german, madeAt: Self.noon, base: nil, lessons: 1, report: TrainingReport(trials: []),
            weights: ModelWeights(used: [1, 2, 3], judged: [1, 2, 3]))
        #expect(try await store.adopt(model, replacing: nil) != nil)
        var warnings: [Problem] = []
        #expect(try await store.modelsInUse { warnings.append($0) } == [])
        #expect(warnings.map(\.next) == ["run 'antwort triage train'"])
    }

    @Test func `reads otherwise once it has learned, says so, and can be taken back`() async throws {
        let store = MemoryStore()
        _ = try await store.keep(Self.lessons, at: Self.noon)
        let desk = try await Self.desk(store)
        #expect(try await desk.languages() == [.english])
        #expect(try await store.modelsInUse { _ in }.isEmpty)

        let trained = try await desk.train(.english, corpus: Self.seed.get())
        #expect(trained.model?.number == 1 && trained.lessons == Self.lessons.count)
        #expect(try await store.modelsInUse { _ in }.count == 1)

        let figures = try await desk.figures(.english)
        let sentiment = try #require(figures.labels.first { $0.label == .sentiment })
        #expect(sentiment.inUse.total == sentiment.aside && sentiment.shipped.total == sentiment.aside)
        #expect(sentiment.inUse.macroF1 > sentiment.shipped.macroF1)
        #expect(!sentiment.differences.isEmpty)
        #expect(sentiment.differences.allSatisfy { $0.gained + $0.lost <= $0.ids.count })
        #expect(figures.choice?.model == 1 && figures.comparedWith == nil)

        let again = try await desk.train(.english, corpus: Self.seed.get())
        #expect(again.model == nil)

        let back = try await desk.stepBack(.english)
        #expect(back.from == 1 && back.to == nil)
        #expect(try await store.modelsInUse { _ in }.isEmpty)
        let after = try await desk.figures(.english)
        #expect(after.newest?.number == 1 && after.choice?.model == nil)
        let nothing = try await desk.stepBack(.english)
        #expect(nothing.from == nil)
        // The lessons are there still.
        #expect(try await desk.train(.english, corpus: Self.seed.get()).model?.number == 2)
    }

    @Test func `steps back past a model whose weights are gone`() async throws {
        let store = MemoryStore()
        let desk = try await Self.desk(store)
        let model = try await Self.model.value
        func adopt(base: Int64?, weights: [UInt8]) async throws {
            let seen = try await store.modelChoices()[.english]?.number
            _ = try await store.adopt(
                NewModel(
                    language: .english, madeAt: Self.noon, base: base, lessons: 1, report: TrainingReport(trials: []),
                    weights: ModelWeights(used: weights, judged: weights)), replacing: seen)
        }
        try await adopt(base: nil, weights: model.bytes)
        try await adopt(base: 1, weights: [])
        try await adopt(base: 2, weights: model.bytes)
        let back = try await desk.stepBack(.english)
        #expect(back.from == 3 && back.to == 1)
    }

    // MARK: A desk of few words

    private static let seed = Result {
        let file = ProjectFiles.fixture("corpus/en.tsv")
        return try Array(
            LabelledPostFile.read([UInt8](Data(contentsOf: file)), language: .english).posts
                .filter { $0.language == .english }.prefix(300))
    }

    private static let model = Task {
        let engine = try await WatchedDesk.literate.engine
        return await ModelTrainer(engine: engine, language: .english).model(from: try seed.get().map { .init($0) })
    }

    /// Posts that are told apart by an invented word alone.
    private static let lessons = (0..<200).map { number in
        LabelledPost(
            id: "p\(number)", text: "the number \(number) is \(number % 2 == 0 ? "plingo" : "plango") for all of us",
            language: .english, labels: [.sentiment: number % 2 == 0 ? "negative" : "positive"])
    }

    private static func desk(_ store: MemoryStore) async throws -> TrainingDesk {
        TrainingDesk(
            store: store, engine: try await WatchedDesk.literate.engine, shipped: [try await model.value], now: noon)
    }
}
