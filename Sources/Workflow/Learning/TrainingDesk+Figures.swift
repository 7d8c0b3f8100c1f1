package import Dialogue
import Storage

extension TrainingDesk {
    /// How well a language is read by what is in use and by the shipped model, and what the newest model changes.
    package func figures(_ language: Language) async throws(Problem) -> LearningFigures {
        do {
            let lessons = try await store.allLessons().filter { $0.language == language }
            let shelf = try await ModelShelf(store)
            let others = try await othersInUse(language, shelf)
            let inUse = try await shelf.model(shelf.recordInUse(language))
            let newest = shelf.newest(language)
            let isInUse = newest != nil && newest?.number == shelf.choices[language]?.model
            let after = isInUse ? inUse : try await shelf.model(newest)

            let plain = engine.knowing(others + (shipped[language].map { [$0] } ?? []))
            func reading(_ model: TriageModel?) -> TriageEngine {
                model.map { engine.knowing(others + [$0]) } ?? plain
            }
            var figures = LearningFigures(
                language: language, lessons: lessons.count, aside: lessons.count(where: DeskTraining.isAside),
                choice: shelf.choices[language], newest: newest,
                comparedWith: isInUse ? nil : shelf.choices[language]?.model,
                labels: LearnedLabel.allCases.map(LabelFigures.init))
            figures.count(
                lessons, inUse: reading(inUse?.judged), shipped: plain,
                change: after.map { (before: isInUse ? plain : reading(inUse?.judged), after: reading($0.judged)) })
            return figures
        } catch {
            throw Problem(any: error)
        }
    }
}

extension LearningFigures {
    /// What a model says of posts that it has learned proves nothing: only those kept aside are read, and by twins.
    fileprivate mutating func count(
        _ lessons: [LabelledPost], inUse: TriageEngine, shipped: TriageEngine,
        change: (before: TriageEngine, after: TriageEngine)?
    ) {
        for lesson in lessons {
            for place in labels.indices where lesson.labels[labels[place].label] != nil { labels[place].lessons += 1 }
            guard DeskTraining.isAside(lesson) else { continue }
            func words(_ engine: TriageEngine) -> [String] {
                let triage = engine.read(lesson.text, context: TriageContext())
                return labels.map { triage.word(of: $0.label) }
            }
            let (used, came) = (words(inUse), words(shipped))
            let (before, after) = (change.map { words($0.before) }, change.map { words($0.after) })
            for place in labels.indices {
                if let before, let after {
                    labels[place].note(lesson, readBefore: before[place], after: after[place])
                }
                guard let truth = lesson.labels[labels[place].label] else { continue }
                labels[place].aside += 1
                labels[place].inUse.add(truth: truth, read: used[place])
                labels[place].shipped.add(truth: truth, read: came[place])
            }
        }
    }
}
