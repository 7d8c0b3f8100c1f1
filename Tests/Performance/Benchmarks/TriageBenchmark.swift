import Dialogue
import Foundation
import TestSupport

/// How many posts a core reads in a second.
struct TriageBenchmark: Benchmark {
    let name = "triage"
    let summary = "triage of made posts, of the fixtures' posts and of one very long text, on one core"

    func measure(in bench: Bench) async throws {
        let making = try await Cost.measuring { _ = try BenchTriage.engine() }
        Figures.show("make the engine", "shipped lexicons", Figures.milliseconds(making.wall))
        let engine = try BenchTriage.engine()
        var models: [TriageModel] = []
        for language in [Language.german, .english] {
            let count = try BenchTriage.corpus(language).count
            let cost = try await Cost.measuring { models.append(try await BenchTriage.model(language, for: engine)) }
            Figures.show(
                "learn \(language.rawValue)", "\(Figures.grouped(count)) posts", Figures.milliseconds(cost.wall),
                "\(Figures.milliseconds(cost.cpu)) of cores", "peak \(cost.peakBytes >> 20) MB")
        }
        try await train(on: 10_000, with: engine, inUse: models)
        try await readAll(with: engine, "rules only")
        try await readAll(with: engine.knowing(models), "with models")
    }

    /// What `antwort triage train` does when every label has new lessons: a candidate, the comparison, and what is used then.
    private func train(on count: Int, with engine: TriageEngine, inUse models: [TriageModel]) async throws {
        guard let shipped = models.first else { return }
        let lessons = try BenchTriage.lessons(count, .german)
        let training = DeskTraining(
            engine: engine, language: .german, corpus: try BenchTriage.corpus(.german), others: [])
        var learned = 0
        let cost = await Cost.measuring {
            let outcome = await training.run(lessons, replacing: TaughtModel(shipped: shipped), before: nil)
            learned = outcome.report.trials.count { $0.verdict == .learned }
        }
        Figures.show(
            "train de", "\(Figures.grouped(count)) lessons", Figures.milliseconds(cost.wall),
            "\(Figures.milliseconds(cost.cpu)) of cores", "\(learned) labels", "peak \(cost.peakBytes >> 20) MB")
    }

    private func readAll(with engine: TriageEngine, _ how: String) async throws {
        await read(try madeTexts(20_000), "made posts, \(how)", with: engine, rounds: 3)
        await read(try fixtureTexts(), "posts of the fixtures, \(how)", with: engine, rounds: 60)
        let corpus = try [Language.german, .english].flatMap { try BenchTriage.corpus($0).map(\.text) }
        await read(corpus, "posts of the corpus, \(how)", with: engine, rounds: 3)
        for kilobytes in [16, 256] {
            var text: [UInt8] = []
            var chance = SeededGenerator(seed: 4)
            try Phrases().append(kilobytes << 10, language: 0, to: &text, using: &chance)
            let long = String(decoding: text, as: UTF8.self)
            await read([long], "one text of \(kilobytes) kB, \(how)", with: engine, rounds: 20)
        }
    }

    private func read(_ texts: [String], _ what: String, with engine: TriageEngine, rounds: Int) async {
        let context = TriageContext(accountHandles: ["@measured"])
        var sink = 0
        let cost = await Cost.measuring {
            for _ in 0..<rounds {
                for text in texts { sink &+= engine.read(text, context: context).summary.needsAnswer ? 1 : 0 }
            }
        }
        let bytes = rounds * texts.reduce(0) { $0 + $1.utf8.count }
        Figures.show(
            what, "\(Figures.grouped(texts.count)) texts", Figures.rate(rounds * texts.count, cost.cpu, "posts"),
            "\(Figures.decimal(Double(bytes) / cost.cpu / 1e6, digits: 1)) MB/s", "\(sink / rounds) to answer")
    }

    private func madeTexts(_ count: Int) throws -> [String] {
        let phrases = try Phrases()
        var chance = SeededGenerator(seed: 9)
        return (0..<count).map { number in
            var text: [UInt8] = []
            phrases.append(40 + Int(chance.next() % 140), language: number, to: &text, using: &chance)
            return String(decoding: text, as: UTF8.self)
        }
    }

    private func fixtureTexts() throws -> [String] {
        let lines = try String(contentsOf: ProjectFiles.fixture("exports/silberbahn.jsonl"), encoding: .utf8)
        return lines.split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["text"] as? String
        }
    }
}
