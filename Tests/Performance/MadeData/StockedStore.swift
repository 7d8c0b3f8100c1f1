import Foundation

/// A store that holds an imported export, and a small source beside it which `watch` reads.
struct StockedStore {
    let rows: Int
    /// The ids of the imported posts.
    let ids: Range<Int>
    let settings: URL
    private let data: URL
    private let source: URL
    private let bench: Bench

    /// Imports the export of so many rows, unless an earlier benchmark has done so; nil is the cost in that case.
    static func made(rows: Int, in bench: Bench) throws -> (store: StockedStore, cost: Cost?) {
        let folder = try bench.place("store-\(rows)")
        let store = StockedStore(
            rows: rows, ids: 1_000_000..<1_000_000 + rows, settings: folder.appending(path: "antwort.yaml"),
            data: folder.appending(path: "data"), source: folder.appending(path: "small.csv"), bench: bench)
        let done = folder.appending(path: "done")
        if FileManager.default.fileExists(atPath: done.path) { return (store, nil) }

        let export = try bench.export(rows: rows)
        var writer = try TWCSWriter(phrases: Phrases(), seed: 2, firstID: 900_000_000)
        try writer.write(rows: 60, to: store.source)
        try BenchSettings.write(
            to: store.settings, format: "twcs", handle: writer.brands[0], urls: ["file://\(store.source.path)"])
        let cost = try store.run(["import", export.path, "--format", "twcs", "--live"]).cost
        try store.run(["watch"])
        try Data().write(to: done)
        return (store, cost)
    }

    /// Runs a command on it.
    @discardableResult
    func run(_ words: [String], output: Child.Output = .discarded) throws -> Child.End {
        try Child.run(
            try bench.antwort,
            words + [
                "--config", settings.path, "--data", data.path, "--templates", bench.templates, "--now",
                BenchSettings.now,
            ], output: output)
    }

    /// What a command costs, run after run.
    func costs(of words: [String]) throws -> [Cost] {
        try (0..<bench.runs).map { _ in try run(words).cost }
    }

    /// Lets the small source grow.
    func append(_ rows: [UInt8]) throws {
        let file = try FileHandle(forWritingTo: source)
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: Data(rows))
    }

    /// The store's files together.
    var bytes: Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: data.path)) ?? []
        return names.compactMap { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: data.appending(path: name).path)
            return attributes?[.size] as? Int
        }.reduce(0, +)
    }
}
