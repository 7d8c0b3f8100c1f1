import Foundation

/// What to measure, from the command line.
struct MeasuringOrder {
    static let usage = """
        usage: Performance [NAME …] [--rows N,N,…] [--sources N,N,…] [--runs N] [--folder DIR] [path of antwort]

        Without a NAME everything is measured:
        \(AnyBenchmark.all.map { "  \($0.name.padded(to: 10)) \($0.summary)" }.joined(separator: "\n"))

        A word with a slash in it is the path of the release binary. What is made in --folder stays there, and is used again.
        """

    private(set) var benchmarks: [any Benchmark] = []
    /// The single benchmark of a process of its own.
    private(set) var part: (any Benchmark)?
    private(set) var antwort: String?
    private(set) var folder: URL?
    private(set) var rows = [10_000, 100_000, 1_000_000]
    private(set) var sources = [200, 2_000]
    private(set) var runs = 11
    private(set) var wantsHelp = false

    init(arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "-h", "--help": wantsHelp = true
            case "--rows": rows = try Self.numbers(rest.popFirst(), after: word)
            case "--sources": sources = try Self.numbers(rest.popFirst(), after: word)
            case "--runs": runs = try Self.numbers(rest.popFirst(), after: word)[0]
            case "--folder": folder = URL(filePath: try Self.value(rest.popFirst(), after: word))
            case "--part": part = try Self.benchmark(try Self.value(rest.popFirst(), after: word))
            case _ where word.contains("/"): antwort = word
            default: benchmarks.append(try Self.benchmark(word))
            }
        }
        if benchmarks.isEmpty { benchmarks = AnyBenchmark.all }
    }

    /// The sizes as a process of its own takes them.
    var sizes: [String] {
        let list = { (numbers: [Int]) in numbers.map(String.init).joined(separator: ",") }
        return ["--rows", list(rows), "--sources", list(sources), "--runs", String(runs)]
    }

    private static func benchmark(_ name: String) throws -> any Benchmark {
        guard let benchmark = AnyBenchmark.all.first(where: { $0.name == name }) else {
            throw MeasuringError("there is no benchmark '\(name)'; see --help")
        }
        return benchmark
    }

    private static func value(_ word: String?, after option: String) throws -> String {
        guard let word else { throw MeasuringError("\(option) wants a value; see --help") }
        return word
    }

    private static func numbers(_ word: String?, after option: String) throws -> [Int] {
        let words = try value(word, after: option).split(separator: ",")
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == words.count, !numbers.isEmpty, numbers.allSatisfy({ $0 > 0 }) else {
            throw MeasuringError("\(option) wants numbers above 0, as in 10000,100000")
        }
        return numbers
    }
}
