import Foundation

/// A large export through the real program, and what the store's size then costs every day.
struct ImportBenchmark: Benchmark {
    let name = "import"
    let summary = "antwort import of twcs exports with everything, then the daily commands on each store"

    func measure(in bench: Bench) async throws {
        for rows in bench.rows {
            _ = try bench.export(rows: rows)
            let (store, cost) = try StockedStore.made(rows: rows, in: bench)
            let size = "\(Figures.grouped(rows)) rows"
            if let cost {
                Figures.show(
                    "import --live", size, Figures.rate(rows, cost.wall, "posts"), "wall \(Figures.seconds(cost.wall))",
                    "cpu \(Figures.seconds(cost.cpu))", "peak \(Figures.megabytes(cost.peakBytes))",
                    "store \(Figures.megabytes(store.bytes))")
            }
            for words in [["watch"], ["status"], ["sla", "list"], ["conversations", "list"]] {
                let costs = try store.costs(of: words)
                Figures.show(
                    words == ["watch"] ? "watch, nothing new" : words.joined(separator: " "), size,
                    Figures.milliseconds(costs.medianWall), "cpu \(Figures.milliseconds(costs.medianCPU))",
                    "peak \(Figures.megabytes(costs.peakBytes))")
            }
            let all = try store.run(["conversations", "list", "--json"]).cost
            Figures.show(
                "conversations list --json, all", size, Figures.seconds(all.wall), "cpu \(Figures.seconds(all.cpu))",
                "peak \(Figures.megabytes(all.peakBytes))")
        }
    }
}
