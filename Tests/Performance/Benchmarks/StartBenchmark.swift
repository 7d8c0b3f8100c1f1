/// How long a command takes that has nothing to do.
struct StartBenchmark: Benchmark {
    let name = "start"
    let summary = "start-up: antwort --version, antwort status on a store, curl --version beside them"

    private static let runs = 20

    func measure(in bench: Bench) async throws {
        let (store, _) = try StockedStore.made(rows: 10_000, in: bench)
        var version: [Cost] = []
        var status: [Cost] = []
        var curl: [Cost] = []
        for _ in 0..<Self.runs {
            version.append(try Child.run(bench.antwort, ["--version"]).cost)
            status.append(try store.run(["status"]).cost)
            curl.append(try Child.run("curl", ["--version"]).cost)
        }
        for (what, costs) in [("antwort --version", version), ("antwort status", status), ("curl --version", curl)] {
            Figures.show(
                what, "median of \(Self.runs)", Figures.milliseconds(costs.medianWall),
                "cpu \(Figures.milliseconds(costs.medianCPU))", "peak \(Figures.megabytes(costs.peakBytes))")
        }
    }
}
