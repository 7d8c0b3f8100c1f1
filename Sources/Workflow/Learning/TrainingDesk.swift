package import Dialogue
package import ServiceHours
package import Storage

/// Where a desk's own people teach triage: trains, says how well it reads, and takes back what was learned.
package struct TrainingDesk: Sendable {
    let store: any Store
    /// Its word lists read; of its models none is used.
    let engine: TriageEngine
    let shipped: [Language: TriageModel]
    private let now: Instant

    /// - Parameter shipped: the models that came with the program.
    package init(store: any Store, engine: TriageEngine, shipped: [TriageModel], now: Instant) {
        self.store = store
        self.engine = engine
        self.shipped = Dictionary(shipped.map { ($0.language, $0) }) { $1 }
        self.now = now
    }

    /// The languages that can be learned and of which there are lessons or a model, in the order of their names.
    package func languages() async throws(Problem) -> [Language] {
        do {
            let shelf = try await ModelShelf(store)
            let labelled = Set(try await store.allLessons().map(\.language))
            return Self.learnable.filter { labelled.contains($0) || shelf.newest($0) != nil }
        } catch {
            throw Problem(any: error)
        }
    }

    /// The languages that have word lists and a corpus.
    package static let learnable: [Language] = [.german, .english]

    /// What one training came to.
    package struct Trained: Sendable {
        package let language: Language
        package let lessons: Int
        package let report: TrainingReport
        /// What is used from now on; nil when nothing read better than before.
        package let model: ModelRecord?
    }

    /// Learns from the corpus and from what people labelled, and uses what reads better than before.
    /// - Parameter corpus: the seed corpus of the language.
    /// - Throws: a problem of the store, and one when somebody else chose a model in the meantime.
    package func train(_ language: Language, corpus: [LabelledPost]) async throws(Problem) -> Trained {
        do {
            let lessons = try await store.allLessons().filter { $0.language == language }
            let shelf = try await ModelShelf(store)
            let training = DeskTraining(
                engine: engine, language: language, corpus: corpus, others: try await othersInUse(language, shelf))
            let taught = try await shelf.model(shelf.recordInUse(language))
            // Where nothing of the desk's is in use, everything it labelled is new.
            let record = taught == nil ? nil : shelf.recordInUse(language)
            let base: TaughtModel
            if let taught {
                base = taught
            } else if let model = shipped[language] {
                base = TaughtModel(shipped: model)
            } else {
                base = TaughtModel(shipped: await training.seedModel())
            }
            let outcome = await training.run(lessons, replacing: base, before: record?.report)
            guard let model = outcome.model else {
                return Trained(language: language, lessons: lessons.count, report: outcome.report, model: nil)
            }
            let new = NewModel(
                language: language, madeAt: now, base: record?.number, lessons: lessons.count, report: outcome.report,
                weights: ModelWeights(used: model.used.bytes, judged: model.judged.bytes))
            guard let kept = try await store.adopt(new, replacing: shelf.choices[language]?.number) else {
                throw Self.overtaken(language)
            }
            return Trained(language: language, lessons: lessons.count, report: outcome.report, model: kept)
        } catch {
            throw Problem(any: error)
        }
    }

    /// What one step back came to.
    package struct SteppedBack: Sendable {
        package let language: Language
        /// What was in use; nil when it was the shipped model already, and nothing changed.
        package let from: Int64?
        /// What is in use now; nil for the shipped model.
        package let to: Int64?
    }

    /// Chooses the model again that the one in use was learned on top of; in the end, the shipped one.
    package func stepBack(_ language: Language) async throws(Problem) -> SteppedBack {
        do {
            let shelf = try await ModelShelf(store)
            guard let choice = shelf.choices[language], let number = choice.model else {
                return SteppedBack(language: language, from: nil, to: nil)
            }
            var base = shelf.record(shelf.record(number)?.base)
            // Weights of long ago are dropped.
            while let former = base, try await shelf.model(former) == nil { base = shelf.record(former.base) }
            let outcome = try await store.choose(
                model: base?.number, for: language, at: max(now, choice.at), replacing: choice.number)
            guard outcome == .committed else { throw Self.overtaken(language) }
            return SteppedBack(language: language, from: number, to: base?.number)
        } catch {
            throw Problem(any: error)
        }
    }

    /// What reads the posts of the other languages.
    func othersInUse(_ language: Language, _ shelf: ModelShelf) async throws(StorageError) -> [TriageModel] {
        var models: [TriageModel] = []
        for other in Self.learnable where other != language {
            if let model = try await shelf.model(shelf.recordInUse(other))?.used ?? shipped[other] {
                models.append(model)
            }
        }
        return models
    }

    private static func overtaken(_ language: Language) -> Problem {
        Problem(
            .locked, at: "triage model (\(language.rawValue))", "somebody else chose one in the meantime",
            next: "run the command again")
    }
}
