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
        let texts = try madeTexts(20_000)
        await read(texts, "made posts", with: engine, rounds: 3)
        let world = try fixtureTexts()
        await read(world, "posts of the fixtures", with: engine, rounds: 60)
        for kilobytes in [16, 256] {
            var text: [UInt8] = []
            var chance = SeededGenerator(seed: 4)
            try Phrases().append(kilobytes << 10, language: 0, to: &text, using: &chance)
            await read([String(decoding: text, as: UTF8.self)], "one text of \(kilobytes) kB", with: engine, rounds: 20)
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
