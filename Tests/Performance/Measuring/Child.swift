import Foundation

/// Another program, with what it cost when it has ended.
struct Child {
    enum Output {
        case discarded
        case inherited
        case file(String)
    }

    private let process: pid_t
    private let begun: ContinuousClock.Instant

    struct End {
        let status: Int32
        let cost: Cost
    }

    /// Runs a program to its end.
    /// - Throws: when it cannot be started, or ends with a status that is not accepted.
    @discardableResult
    static func run(
        _ program: String, _ arguments: [String], output: Output = .discarded, accepts: ClosedRange<Int32> = 0...0
    ) throws -> End {
        let end = try Child(program, arguments, output: output).wait()
        guard accepts.contains(end.status) else {
            throw MeasuringError("\(program) \(arguments.joined(separator: " ")) ended with \(end.status)")
        }
        return end
    }

    /// Starts a program, looked up on the PATH where it has no slash.
    init(_ program: String, _ arguments: [String], output: Output) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        switch output {
        case .inherited: break
        case .discarded: unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        case .file(let path):
            unsafe posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        // What people are told on stderr is no part of what is measured.
        if case .inherited = output {
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }

        let words = unsafe Self.copies([program] + arguments)
        let environment = unsafe Self.copies(ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" })
        defer { unsafe (words + environment).forEach { unsafe free($0) } }
        var process: pid_t = 0
        begun = .now
        let code = unsafe posix_spawnp(&process, program, &actions, nil, words, environment)
        guard code == 0 else { throw MeasuringError("\(program) cannot be started: error \(code)") }
        self.process = process
    }

    /// Waits for its end.
    ///
    /// The peak memory is that of the kernel, which counts what the starting process held when it was started: keep that one small.
    func wait() throws -> End {
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(process, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw MeasuringError("a started program was lost: error \(errno)") }
        }
        let wall = ContinuousClock.now - begun
        let signal = status & 0x7F
        return End(
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
            cost: Cost(
                wall: wall.inSeconds, cpu: usage.ru_utime.inSeconds + usage.ru_stime.inSeconds,
                peakBytes: usage.ru_maxrss * 1024))
    }

    /// Asks it to end.
    func terminate() {
        kill(process, SIGTERM)
    }

    private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        unsafe words.map { unsafe strdup($0) } + [nil]
    }
}
