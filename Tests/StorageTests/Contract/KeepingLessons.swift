import Dialogue
import ServiceHours
import Storage
import Testing

@Suite struct `Keeping lessons and what was learned` {
    private static let noon = Instant(seconds: 1_772_449_200)

    @Test(arguments: Keeper.allCases)
    func `a lesson of a known id takes the place of the one before`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            let first = [
                lesson("b", "Zug\u{0}zu \"spät\" 🙂", [.forUs: "true", .sentiment: "negative"]), lesson("a", "x", [:]),
                lesson("ä", "z", [.urgency: "2"], .other),
            ]
            #expect(try await store.keep(first, at: Self.noon) == KeptLessons(new: 3))
            #expect(try await store.lessons(after: nil, limit: 9) == [first[1], first[0], first[2]])

            let second = [
                first[0], lesson("a", "x", [.intent: "follow_up"]), lesson("c", "w", [.irony: "false"], .english),
            ]
            let kept = try await store.keep(second, at: Self.noon + 1)
            #expect(kept == KeptLessons(new: 1, changed: 1, unchanged: 1))
            #expect(try await store.lessons(after: nil, limit: 9) == [second[1], first[0], second[2], first[2]])
            #expect(try await store.lessons(after: "a", limit: 2) == [first[0], second[2]])
            #expect(try await store.lessons(after: "ä", limit: 2) == [])
            #expect(try await store.lessons(after: nil, limit: -1) == [])

            // Of several with one id the last holds.
            let twice = [lesson("c", "1", [:]), lesson("c", "2", [:])]
            #expect(try await store.keep(twice, at: Self.noon) == KeptLessons(changed: 2))
            #expect(try await store.lessons(after: "b", limit: 1) == [twice[1]])
            #expect(try await store.totals().posts == 0)
        }
    }

    @Test(arguments: Keeper.allCases)
    func `a model is kept and chosen by whoever saw the present choice`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            #expect(try await store.models() == [])
            #expect(try await store.modelChoices() == [:])
            #expect(try await store.weights(ofModel: 1) == nil)

            let one = try #require(try await store.adopt(model(.german, base: nil, byte: 1), replacing: nil))
            #expect(one.number == 1 && one.report == Self.report && one.lessons == 7 && one.base == nil)
            let choice = ModelChoice(number: 1, language: .german, model: 1, at: Self.noon)
            #expect(try await store.modelChoices() == [.german: choice])
            #expect(try await store.weights(ofModel: 1) == ModelWeights(used: [1, 0, 255], judged: [1]))

            #expect(try await store.adopt(model(.german, base: 1, byte: 2), replacing: nil) == nil)
            #expect(try await store.adopt(model(.german, base: 1, byte: 2), replacing: 9) == nil)
            let english = try #require(try await store.adopt(model(.english, base: nil, byte: 3), replacing: nil))
            let two = try #require(try await store.adopt(model(.german, base: 1, byte: 4), replacing: 1))
            #expect(try await store.models() == [one, english, two])
            #expect(
                try await store.modelChoices().mapValues(\.model) == [.german: two.number, .english: english.number])

            let back = try await store.choose(model: nil, for: .german, at: Self.noon + 5, replacing: 1)
            #expect(back == .superseded)
            let seen = try await store.modelChoices()[.german]?.number
            #expect(try await store.choose(model: nil, for: .german, at: Self.noon + 5, replacing: seen) == .committed)
            let shipped = try await store.modelChoices()[.german]
            #expect(shipped?.model == nil && shipped?.at == Self.noon + 5)
            #expect(try await store.models().count == 3)
            await #expect {
                _ = try await store.choose(model: 99, for: .german, at: Self.noon, replacing: shipped?.number)
            } throws: {
                ($0 as? StorageError)?.code == .internal
            }
        }
    }

    @Test(arguments: Keeper.allCases)
    func `the weights of old models are dropped, but not those of the one before`(keeper: Keeper) async throws {
        try await keeper.withStore { store async throws in
            for number in 1...14 {
                let seen = try await store.modelChoices()[.german]?.number
                // Each is learned on top of the first, as after a step back.
                let base: Int64? = number == 1 ? nil : 1
                _ = try await store.adopt(model(.german, base: base, byte: 1), replacing: seen)
                if number == 3 { _ = try await store.adopt(model(.english, base: nil, byte: 1), replacing: nil) }
            }
            var kept: [Int64] = []
            for record in try await store.models() where try await store.weights(ofModel: record.number) != nil {
                kept.append(record.number)
            }
            #expect(kept == [1, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
        }
    }

    private static let report: TrainingReport = {
        var trial = LabelTrial(label: .irony, mark: LessonMark(of: .irony, in: []), lessons: 7, aside: 2)
        trial.judge(before: ConfusionMatrix(.irony), after: ConfusionMatrix(.irony), leastRecall: 1)
        return TrainingReport(trials: [trial])
    }()

    private func model(_ language: Language, base: Int64?, byte: UInt8) -> NewModel {
        NewModel(
            language: language, madeAt: Self.noon, base: base, lessons: 7, report: Self.report,
            weights: ModelWeights(used: [byte, 0, 255], judged: [byte]))
    }

    private func lesson(
        _ id: String, _ text: String, _ labels: [LearnedLabel: String], _ language: Language = .german
    ) -> LabelledPost {
        LabelledPost(id: id, text: text, language: language, labels: labels)
    }
}
