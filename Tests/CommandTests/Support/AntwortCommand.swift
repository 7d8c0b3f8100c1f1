import Foundation
import TestSupport

/// The program as a user has it: the binary that was built beside the running tests, in a home of its own.
///
/// Nothing of the environment of whoever runs the tests is inherited, so no setting and no proxy of theirs can matter.
struct AntwortCommand: Sendable {
    /// Friday, half an hour before the week of the fixtures ends; what their truth is told for.
    static let friday = "2026-03-06T16:40:00+01:00"
    private static let turns = Turns(4)

    /// The user's home, and where commands run.
    let home: URL
    /// Where the binary is.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "antwort")

    /// A home that is gone when `body` has returned.
    static func withHome<Result>(_ body: (AntwortCommand) async throws -> Result) async throws -> Result {
        try await ProjectFiles.withTemporaryFolder { folder in
            try await body(AntwortCommand(home: folder.resolvingSymlinksInPath()))
        }
    }

    /// What it starts with.
    var environment: [String: String] {
        ["HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": home.path]
    }

    /// Where the store is, unless a test says otherwise.
    var data: URL { home.appending(path: ".local/share/antwort") }

    /// Runs a command that works at the desk, at an instant.
    func run(
        _ arguments: String..., now: String = AntwortCommand.friday, input: Data? = nil,
        environment: [String: String] = [:]
    ) async throws -> ProgramRun.Outcome {
        try await run(arguments: arguments + deskArguments(now: now), input: input, environment: environment)
    }

    /// Runs a command that works at the desk, its words in a list.
    func run(words: [String]) async throws -> ProgramRun.Outcome {
        try await run(arguments: words + deskArguments(now: Self.friday), input: nil, environment: [:])
    }

    /// Runs a command with these words and no others.
    func bare(
        _ arguments: String..., input: Data? = nil, environment: [String: String] = [:]
    ) async throws -> ProgramRun.Outcome {
        try await run(arguments: arguments, input: input, environment: environment)
    }

    /// Runs a command with these words and no others, in a list.
    func bare(words: [String], input: Data? = nil) async throws -> ProgramRun.Outcome {
        try await run(arguments: words, input: input, environment: [:])
    }

    /// Starts a command at once, however many others run, and does not wait for its end.
    func start(
        _ arguments: String..., now: String = AntwortCommand.friday, input: Data? = nil
    ) throws -> ProgramRun {
        try begin(Self.executable, arguments + deskArguments(now: now), input: input, environment: [:], seconds: 180)
    }

    /// Runs a command under another program, such as a tracer.
    func run(
        under program: URL, _ words: [String], _ arguments: [String], now: String = AntwortCommand.friday
    ) async throws -> ProgramRun.Outcome {
        try await Self.turns.take {
            try await begin(
                program, words + [Self.executable.path] + arguments + deskArguments(now: now), input: nil,
                environment: [:]
            ).outcome()
        }
    }

    /// Runs a command with these words and no others under another program, which may show it a clock of its own.
    func bare(
        under program: URL, _ words: [String], _ arguments: [String], environment: [String: String]
    ) async throws -> ProgramRun.Outcome {
        try await Self.turns.take {
            try await begin(
                program, words + [Self.executable.path] + arguments, input: nil, environment: environment
            ).outcome()
        }
    }

    private func run(
        arguments: [String], input: Data?, environment: [String: String]
    ) async throws -> ProgramRun.Outcome {
        try await Self.turns.take {
            try await begin(Self.executable, arguments, input: input, environment: environment).outcome()
        }
    }

    private func begin(
        _ program: URL, _ arguments: [String], input: Data?, environment: [String: String], seconds: Int = 60
    ) throws -> ProgramRun {
        try ProgramRun(
            program, arguments, environment: self.environment.merging(environment) { $1 }, workingFolder: home,
            input: input, seconds: seconds)
    }

    private func deskArguments(now: String) -> [String] {
        ["--now", now, "--templates", ProjectFiles.root.appending(path: "templates").path]
    }
}

/// Lets a few programs run at a time: more than the machine has cores only makes each of them slow.
private actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = count
    }

    nonisolated func take<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        await begin()
        do {
            let result = try await body()
            await end()
            return result
        } catch {
            await end()
            throw error
        }
    }

    private func begin() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func end() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
