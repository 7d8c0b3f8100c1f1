import Foundation

/// Counts the system calls of a run, and kills a run at one of them, with strace(1).
enum Tracer {
    private static let program = URL(filePath: "/usr/bin/strace")
    /// Besides the first and the last five.
    private static let between = 3
    /// Whether every call is to be tried: `ANTWORT_KILLS=all`.
    static let isThorough = ProcessInfo.processInfo.environment["ANTWORT_KILLS"] == "all"

    /// Whether programs can be traced here; if not, says what is skipped.
    static func isAllowed() async throws -> Bool {
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            print("skipped: strace is not installed, so no run was killed within its system calls")
            return false
        }
        let tried = try await ProgramRun(
            program, ["-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=write", "/bin/true"],
            environment: [:],
            workingFolder: FileManager.default.temporaryDirectory, input: nil, seconds: 20
        ).outcome()
        if tried.status != 0 {
            print("skipped: programs may not be traced here, so no run was killed within its system calls")
        }
        return tried.status == 0
    }

    /// Which of so many calls are tried: the first and last five and some between, or all.
    static func sample(of count: Int) -> [Int] {
        guard !isThorough else { return count > 0 ? Array(1...count) : [] }
        let ends = Set(1...min(5, count)).union(max(1, count - 4)...count)
        let spread = (1...between).map { $0 * count / (between + 1) }.filter { $0 > 0 }
        return ends.union(spread).sorted()
    }

    /// How often at most one thread of a run makes this call: that is what the tracer counts.
    static func calls(
        of call: String, _ words: [String], at place: AntwortCommand, now: String = AntwortCommand.friday
    ) async throws -> Int {
        _ = try await place.run(under: program, options(call, "trace=\(call)"), words, now: now)
        var counts: [Substring: Int] = [:]
        for line in try String(contentsOf: place.home.appending(path: "trace"), encoding: .utf8).split(separator: "\n")
        where line.contains(" \(call)(") {
            counts[line.prefix { $0 != " " }, default: 0] += 1
        }
        return counts.values.max() ?? 0
    }

    /// Runs a command that is killed when a thread makes this call for the `number`th time.
    static func kill(
        _ place: AntwortCommand, at call: String, _ number: Int, _ words: [String], now: String = AntwortCommand.friday
    ) async throws -> ProgramRun.Outcome {
        try await place.run(
            under: program, options(call, "inject=\(call):signal=SIGKILL:when=\(number)"), words, now: now)
    }

    /// Only this call is looked at.
    private static func options(_ call: String, _ expression: String) -> [String] {
        ["-f", "-qq", "-o", "trace", "--seccomp-bpf", "-e", "trace=\(call)", "-e", expression]
    }
}
