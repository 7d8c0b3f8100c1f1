import Foundation
import Synchronization
import Testing

/// A program that a test starts, with nothing in its environment but what the test says.
final class ProgramRun: Sendable {
    /// What has become of it.
    struct Outcome: Sendable {
        /// The exit code, or the signal that ended it, negated.
        let status: Int32
        let output: Data
        let errors: Data

        /// What it printed as results.
        var text: String { String(decoding: output, as: UTF8.self) }
        /// What it said on stderr.
        var complaints: String { String(decoding: errors, as: UTF8.self) }
    }

    private let process: Process
    private let folder: URL
    private let ended: Task<Int32, Never>
    private let alarm: Task<Void, Never>
    private let isLate = Flag()
    private let title: String

    var processID: Int32 { process.processIdentifier }

    /// Starts it.
    /// - Parameter seconds: after so long it is killed, and the test fails.
    init(
        _ executable: URL, _ arguments: [String], environment: [String: String], workingFolder: URL, input: Data?,
        seconds: Int
    ) throws {
        title = ([executable.lastPathComponent] + arguments).joined(separator: " ")
        folder = FileManager.default.temporaryDirectory.appending(path: "antwort-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Files and no pipes: nothing can fill up and stand still, however much is said.
        for name in ["in", "out", "err"] {
            try (name == "in" ? input ?? Data() : Data()).write(to: folder.appending(path: name))
        }
        process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = workingFolder
        let ends = [
            try FileHandle(forReadingFrom: folder.appending(path: "in")),
            try FileHandle(forWritingTo: folder.appending(path: "out")),
            try FileHandle(forWritingTo: folder.appending(path: "err")),
        ]
        // The program has its own by then: hundreds of runs would leave thousands open here.
        defer { for end in ends { try? end.close() } }
        (process.standardInput, process.standardOutput, process.standardError) = (ends[0], ends[1], ends[2])

        let (stream, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            end.yield(process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
            end.finish()
        }
        ended = Task {
            for await status in stream { return status }
            return -1
        }
        try process.run()

        let (process, isLate) = (process, isLate)
        alarm = Task {
            guard (try? await Task.sleep(for: .seconds(seconds))) != nil, process.isRunning else { return }
            isLate.raise()
            kill(process.processIdentifier, SIGKILL)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Waits for its end. What it said is told once.
    func outcome() async throws -> Outcome {
        defer { try? FileManager.default.removeItem(at: folder) }
        let status = await ended.value
        alarm.cancel()
        if isLate.isRaised { Issue.record("ran out of time and was killed: \(title)") }
        return Outcome(
            status: status, output: try Data(contentsOf: folder.appending(path: "out")),
            errors: try Data(contentsOf: folder.appending(path: "err")))
    }

    /// Watches its memory until it ends: the most it was ever seen to have held, in bytes; 0 where the kernel does not tell.
    func peakMemory() async throws -> Int {
        var peak = 0
        while process.isRunning {
            let status = (try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)) ?? ""
            if let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
                let kilobytes = Int(line.filter(\.isNumber))
            {
                peak = max(peak, kilobytes * 1_024)
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        return peak
    }

    /// Ends it at once.
    func end() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
    }
}

/// Something that happens once.
private final class Flag: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .acquiring) }

    func raise() {
        value.store(true, ordering: .releasing)
    }
}
