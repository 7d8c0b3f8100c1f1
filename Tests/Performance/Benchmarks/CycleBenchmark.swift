import Foundation

/// One run that finds a hundred new posts, half of them replies to posts stored anywhere.
struct CycleBenchmark: Benchmark {
    let name = "cycle"
    let summary = "antwort watch with 100 new posts; the store's size must not show"

    func measure(in bench: Bench) async throws {
        var stores: [StockedStore] = []
        for rows in Set([bench.rows.min(), bench.rows.max()].compactMap(\.self)).sorted() {
            stores.append(try StockedStore.made(rows: rows, in: bench).store)
        }
        try measure(stores, "watch, 100 new, replies to recent", series: 0, in: bench) { $0.ids.suffix(5_000) }
        try measure(stores, "watch, 100 new, replies anywhere", series: 1, in: bench) { $0.ids }
    }

    private func measure(
        _ stores: [StockedStore], _ what: String, series: Int, in bench: Bench, parents: (StockedStore) -> Range<Int>
    ) throws {
        var costs: [[Cost]] = stores.map { _ in [] }
        // In turn, so that what else the machine does falls on all alike.
        for run in 0..<bench.runs {
            for (index, store) in stores.enumerated() {
                // Ids that no earlier run on a kept store has used.
                var writer = try TWCSWriter(
                    phrases: Phrases(), seed: UInt64(run),
                    firstID: Int(getpid()) * 1_000_000_000 + (series * 1_000 + run) * 1_000)
                try store.append(writer.rows(100, replyingTo: parents(store)))
                costs[index].append(try store.run(["watch"]).cost)
            }
        }
        for (store, own) in zip(stores, costs) {
            Figures.show(
                what, "\(Figures.grouped(store.rows)) rows", Figures.milliseconds(own.medianWall),
                "cpu \(Figures.milliseconds(own.medianCPU))",
                "\(Figures.ratio(own.medianWall / costs[0].medianWall)) wall",
                "\(Figures.ratio(own.medianCPU / costs[0].medianCPU)) cpu", "peak \(Figures.megabytes(own.peakBytes))")
        }
    }
}
