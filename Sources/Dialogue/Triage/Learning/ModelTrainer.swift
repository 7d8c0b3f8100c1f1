/// Learns the labels of one language from posts that people have labelled.
///
/// Deterministic: the same posts in the same order give the same model, byte for byte, however many processors share the work.
package struct ModelTrainer: Sendable {
    /// A post to learn from.
    package struct Lesson: Sendable {
        package let post: LabelledPost
        /// Labelled by the people who work with what is learned; the rest is the seed corpus.
        package let isFromDesk: Bool

        package init(_ post: LabelledPost, isFromDesk: Bool = false) {
            self.post = post
            self.isFromDesk = isFromDesk
        }
    }

    /// What a mistake costs against large weights, for a post of the seed corpus.
    ///
    /// Of 0.1, 0.25, 0.5 and 1 the one that read voices it had not seen best, with and without lessons of a desk.
    private static let cost: Float = 0.25
    /// Posts of which features are read in one go.
    private static let portion = 256

    private let engine: TriageEngine
    private let language: Language

    /// - Parameter engine: its word lists find what is learned from.
    package init(engine: TriageEngine, language: Language) {
        self.engine = engine
        self.language = language
    }

    /// Learns every label from scratch.
    package func model(from lessons: [Lesson]) async -> TriageModel {
        let readers = await readers(of: lessons)
        var model = TriageModel(language: language, weighing: FeatureWeighing(of: readers))
        await learn(Set(LearnedLabel.allCases), from: lessons, readers: readers, into: &model)
        return model
    }

    /// Learns some labels anew, for a model that keeps its weighing and its other labels.
    package func model(
        _ model: TriageModel, learning labels: Set<LearnedLabel>, from lessons: [Lesson]
    ) async -> TriageModel {
        var changed = model
        await learn(labels, from: lessons, readers: await readers(of: lessons), into: &changed)
        return changed
    }

    private func readers(of lessons: [Lesson]) async -> [FeatureReader] {
        await inParallel(Array(stride(from: 0, to: lessons.count, by: Self.portion))) { start in
            lessons[start..<min(start + Self.portion, lessons.count)].map {
                engine.features(of: $0.post.text, in: language)
            }
        }.flatMap(\.self)
    }

    private func learn(
        _ labels: Set<LearnedLabel>, from lessons: [Lesson], readers: [FeatureReader], into model: inout TriageModel
    ) async {
        let rows = FeatureRows(readers.lazy.map(model.weighing.vector))
        let trainer = LinearTrainer(rows: rows, cost: Self.cost)
        let folds = lessons.map(LearningFold.init(of:))
        let courses = LearnedLabel.allCases.filter(labels.contains).map {
            LabelCourse($0, lessons: lessons, folds: folds)
        }
        let problems = courses.flatMap(\.problems)
        let lanes = LinearTrainer.Lanes.scalarCount
        let solutions = await inParallel(Array(stride(from: 0, to: problems.count, by: lanes))) { start in
            trainer.solve(Array(problems[start..<min(start + lanes, problems.count)]))
        }.flatMap(\.self)[...]
        var rest = solutions
        for course in courses {
            course.finish(with: Array(rest.prefix(course.problems.count)), into: &model)
            rest = rest.dropFirst(course.problems.count)
        }
    }

    /// What `work` makes of each item, in the order of the items.
    private func inParallel<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            for (index, item) in items.enumerated() {
                group.addTask { (index, work(item)) }
            }
            var results: [(index: Int, result: Result)] = []
            for await (index, result) in group { results.append((index, result)) }
            return results.sorted { $0.index < $1.index }.map(\.result)
        }
    }
}
