/// Learns from what the people of a desk have labelled, and uses it only where it reads better than what was used before.
///
/// About every fifth lesson is kept aside, always the same ones (by the words of the post, so that no copy of one is learned from). A
/// candidate learns from the seed corpus and the other lessons; for each label it has to beat what is used now on those that neither has
/// seen. What is used then is learned again from all lessons.
package struct DeskTraining: Sendable {
    /// Fewer lessons kept aside than this decide nothing: about fifty lessons with the label are needed.
    package static let leastAside = 10
    /// Of this many parts of the lessons one is kept aside.
    private static let parts = 5
    /// So many of those who need an answer must be seen to, or at least as many as are seen to now.
    private static let answerRecall = 0.95

    private let engine: TriageEngine
    private let language: Language
    private let corpus: [LabelledPost]
    private let others: [TriageModel]

    /// - Parameters:
    ///   - engine: its word lists find what is learned from; its models are of no account.
    ///   - corpus: the seed corpus of the language.
    ///   - others: what is in use for the other languages.
    package init(engine: TriageEngine, language: Language, corpus: [LabelledPost], others: [TriageModel]) {
        self.engine = engine
        self.language = language
        self.corpus = corpus.filter { $0.language == language }
        self.others = others.filter { $0.language != language }
    }

    /// What was learned.
    package struct Outcome: Sendable {
        /// What to use from now on; nil when nothing read better than before.
        package let model: TaughtModel?
        package let report: TrainingReport
    }

    /// Whether a lesson only ever judges.
    package static func isAside(_ lesson: LabelledPost) -> Bool {
        TextKey(lesson.text).part(of: parts) == 0
    }

    /// What the seed corpus alone teaches, for an installation that has no model.
    package func seedModel() async -> TriageModel {
        await ModelTrainer(engine: engine, language: language).model(from: corpus.map { .init($0) })
    }

    /// Learns every label that has lessons which the model in use has not been tried on.
    /// - Parameters:
    ///   - lessons: everything the desk has labelled, in an order that stays; other languages are left out.
    ///   - known: the report of the model in use; nil when it is the shipped one.
    package func run(
        _ lessons: [LabelledPost], replacing inUse: TaughtModel, before known: TrainingReport?
    ) async -> Outcome {
        let lessons = lessons.filter { $0.language == language }
        let aside = lessons.filter(Self.isAside)
        let marks = LearnedLabel.allCases.map { LessonMark(of: $0, in: lessons) }
        let news = Set(
            zip(LearnedLabel.allCases, marks).filter { label, mark in
                !mark.isEmpty && known?.trial(of: label)?.mark != mark
            }.map(\.0))
        let tried = news.filter { label in aside.count { $0.labels[label] != nil } >= Self.leastAside }

        let trainer = ModelTrainer(engine: engine, language: language)
        var candidate = inUse.judged
        if !tried.isEmpty {
            candidate = await trainer.model(inUse.judged, learning: tried, from: material(lessons, without: aside))
        }
        let (before, after) = (matrices(aside, by: inUse.judged, tried), matrices(aside, by: candidate, tried))
        let trials = zip(LearnedLabel.allCases, marks).map { label, mark in
            var trial = LabelTrial(
                label: label, mark: mark, lessons: lessons.count { $0.labels[label] != nil },
                aside: aside.count { $0.labels[label] != nil })
            if let before = before[label], let after = after[label] {
                trial.judge(before: before, after: after, leastRecall: Self.answerRecall)
            } else if news.contains(label) {
                trial.verdict = .tooFew
            }
            return trial
        }
        let report = TrainingReport(trials: trials)
        let won = Set(trials.filter { $0.verdict == .learned }.map(\.label))
        guard !won.isEmpty else { return Outcome(model: nil, report: report) }

        var judged = inUse.judged
        for label in won { judged.take(label, from: candidate) }
        let whole = await trainer.model(inUse.used, learning: won, from: material(lessons, without: []))
        return Outcome(model: TaughtModel(used: whole, judged: judged), report: report)
    }

    /// The corpus and the lessons, without those that judge and whatever has their words.
    private func material(_ lessons: [LabelledPost], without aside: [LabelledPost]) -> [ModelTrainer.Lesson] {
        let hidden = Set(aside.map { TextKey($0.text) })
        let seed = corpus.map { ModelTrainer.Lesson($0) }
        return (seed + lessons.map { ModelTrainer.Lesson($0, isFromDesk: true) }).filter {
            hidden.isEmpty || !hidden.contains(TextKey($0.post.text))
        }
    }

    /// How some labels of posts are read with a model.
    private func matrices(
        _ posts: [LabelledPost], by model: TriageModel, _ labels: Set<LearnedLabel>
    ) -> [LearnedLabel: ConfusionMatrix] {
        var matrices = Dictionary(uniqueKeysWithValues: labels.map { ($0, ConfusionMatrix($0)) })
        guard !labels.isEmpty else { return matrices }
        let engine = engine.knowing(others + [model])
        for post in posts {
            let triage = engine.read(post.text, context: TriageContext())
            for label in labels {
                guard let truth = post.labels[label] else { continue }
                matrices[label]?.add(truth: truth, read: triage.word(of: label))
            }
        }
        return matrices
    }
}
