/// Something worth measuring, by a name that the command line takes.
protocol Benchmark: Sendable {
    var name: String { get }
    /// What is measured, in a line.
    var summary: String { get }
    func measure(in bench: Bench) async throws
}

/// All there are, in the order in which they are measured.
enum AnyBenchmark {
    static let all: [any Benchmark] = [
        StartBenchmark(), ScanBenchmark(), TriageBenchmark(), ThreadingBenchmark(), HoursBenchmark(),
        SourcesBenchmark(),
        IntakeBenchmark(), ImportBenchmark(), CycleBenchmark(), QueueBenchmark(),
    ]
}
