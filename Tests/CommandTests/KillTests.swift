import Foundation
import TestSupport
import Testing

/// `kill -9` at the calls by which a run touches the disk: whatever it had done, the next run completes it.
@Suite struct `A run that is killed` {
    /// What the store held before the run.
    enum Before: String, Sendable {
        case nothing, halfOfIt
    }

    private static let calls =
        ["pwrite64", "fdatasync", "openat", "unlink", "ftruncate", "write"].map { ($0, Before.nothing) }
        + ["pwrite64", "fdatasync"].map { ($0, .halfOfIt) }

    @Test(.timeLimit(.minutes(2)), arguments: calls)
    func `is completed by the next, with nothing lost and nothing twice`(_ call: String, _ before: Before) async throws
    {
        guard try await Tracer.isAllowed() else { return }
        try await AntwortCommand.withHome { antwort in
            let ground = try await Ground(in: antwort, before: before)
            let count = try await ground.calls(of: call)
            guard count > 0 else { return }

            var killed = 0
            for number in Tracer.sample(of: count) {
                let place = try ground.trial("\(call)-\(number)")
                let cut = try await Tracer.kill(place, at: call, number, ["watch"])
                if cut.status == -SIGKILL { killed += 1 }
                let next = try await place.run("watch")
                #expect([0, 2].contains(next.status), "\(call) \(number): \(next.complaints)")
                #expect(try await ground.isWhole(place), "\(call) \(number) of \(count)")
                try FileManager.default.removeItem(at: place.home)
            }
            #expect(killed > 0, "no run was killed at \(call)")
        }
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
            try await Tracer.calls(of: call, ["watch"], at: try trial("count"))
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
