import Foundation
import TestSupport
import Testing

/// `kill -9` at the calls by which a run touches the disk: whatever it had done, the next run completes it.
@Suite struct `A run that is killed` {
    /// What the store held before the run.
    enum Before: String, Sendable {
        case nothing, halfOfIt
    }

    private static let tracer = URL(filePath: "/usr/bin/strace")
    private static let calls =
        ["pwrite64", "fdatasync", "openat", "unlink", "ftruncate", "write"].map { ($0, Before.nothing) }
        + ["pwrite64", "fdatasync"].map { ($0, .halfOfIt) }
    /// Besides the first and the last five.
    private static let between = 3

    @Test(.timeLimit(.minutes(2)), arguments: calls)
    func `is completed by the next, with nothing lost and nothing twice`(_ call: String, _ before: Before) async throws
    {
        guard try await Self.canTrace() else { return }
        try await AntwortCommand.withHome { antwort in
            let ground = try await Ground(in: antwort, before: before)
            let count = try await ground.calls(of: call)
            guard count > 0 else { return }

            var killed = 0
            for number in Self.sample(of: count) {
                let place = try ground.trial("\(call)-\(number)")
                let cut = try await place.run(
                    under: Self.tracer, Self.options(call, "inject=\(call):signal=SIGKILL:when=\(number)"), ["watch"])
                if cut.status == -SIGKILL { killed += 1 }
                let next = try await place.run("watch")
                #expect([0, 2].contains(next.status), "\(call) \(number): \(next.complaints)")
                #expect(try await ground.isWhole(place), "\(call) \(number) of \(count)")
                try FileManager.default.removeItem(at: place.home)
            }
            #expect(killed > 0, "no run was killed at \(call)")
        }
    }

    /// Words for the tracer: only this call is looked at.
    static func options(_ call: String, _ expression: String) -> [String] {
        ["-f", "-qq", "-o", "trace", "--seccomp-bpf", "-e", "trace=\(call)", "-e", expression]
    }

    /// The first and last five, and some spread between.
    static func sample(of count: Int) -> [Int] {
        let ends = Set(1...min(5, count)).union(max(1, count - 4)...count)
        let spread = (1...between).map { $0 * count / (between + 1) }.filter { $0 > 0 }
        return ends.union(spread).sorted()
    }

    private static func canTrace() async throws -> Bool {
        guard FileManager.default.isExecutableFile(atPath: tracer.path) else {
            print("skipped: strace is not installed, so no run was killed within its system calls")
            return false
        }
        let tried = try await ProgramRun(
            tracer, ["-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=write", "/bin/true"],
            environment: [:],
            workingFolder: FileManager.default.temporaryDirectory, input: nil, seconds: 20
        ).outcome()
        if tried.status != 0 {
            print("skipped: programs may not be traced here, so no run was killed within its system calls")
        }
        return tried.status == 0
    }

    /// A desk at which a run is about to begin, and what it should come to.
    private struct Ground {
        private let antwort: AntwortCommand
        private let start: URL
        private let conversations: [JSON]
        private let posts: JSON

        init(in antwort: AntwortCommand, before: Before) async throws {
            self.antwort = antwort
            start = antwort.home.appending(path: "start")
            try FileManager.default.createDirectory(at: start, withIntermediateDirectories: true)
            let origin = AntwortCommand(home: start)
            let export = try String(contentsOf: ProjectFiles.fixture("exports/silberbahn.jsonl"), encoding: .utf8)
            let lines = export.split(separator: "\n").prefix(40).map { $0 + "\n" } + ["{broken\n"]
            let file = start.appending(path: "page.jsonl")
            try origin.settings { $0.read("page", "path: page.jsonl") }
            if before == .halfOfIt {
                try Data(lines.prefix(20).joined().utf8).write(to: file)
                let earlier = try await origin.run("watch")
                #expect(earlier.status == 0)
            }
            try Data(lines.joined().utf8).write(to: file)

            let undisturbed = AntwortCommand(home: antwort.home.appending(path: "undisturbed"))
            try FileManager.default.copyItem(at: start, to: undisturbed.home)
            let run = try await undisturbed.run("watch")
            #expect(run.status == 2)
            conversations = try await undisturbed.conversations()
            posts = try await undisturbed.run("status", "--json").json[0]["posts"]
        }

        /// How often at most one thread of a run makes this call: that is what the tracer counts.
        func calls(of call: String) async throws -> Int {
            let place = try trial("count")
            _ = try await place.run(under: tracer, options(call, "trace=\(call)"), ["watch"])
            var counts: [Substring: Int] = [:]
            for line in try String(contentsOf: place.home.appending(path: "trace"), encoding: .utf8).split(
                separator: "\n")
            where line.contains(" \(call)(") {
                counts[line.prefix { $0 != " " }, default: 0] += 1
            }
            return counts.values.max() ?? 0
        }

        func trial(_ name: String) throws -> AntwortCommand {
            let place = AntwortCommand(home: antwort.home.appending(path: name))
            try FileManager.default.copyItem(at: start, to: place.home)
            return place
        }

        /// Whether the store holds what an undisturbed run leaves.
        func isWhole(_ place: AntwortCommand) async throws -> Bool {
            let status = try await place.run("status", "--json").json[0]
            let isComplete = status["posts"] == posts && status["quarantine"] == 1 && status["lock"].isNull
            return try await place.conversations() == conversations && isComplete
        }
    }
}
