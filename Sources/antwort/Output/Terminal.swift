import Foundation
import Glibc
import Workflow

/// Where results, notes and problems go: results to stdout, everything else to stderr.
struct Terminal: Sendable {
    let options: OutputOptions

    /// Whether results are looked at by a person, in a window.
    var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether colour may be used: on a terminal, unless `NO_COLOR`, `TERM=dumb` or `--no-color` says otherwise (no-color.org).
    var hasColor: Bool {
        guard isInteractive, !options.noColor else { return false }
        let environment = ProcessInfo.processInfo.environment
        return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// How many columns the window has; nil where there is none.
    var width: Int? {
        guard isInteractive else { return nil }
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return nil }
        return Int(size.ws_col)
    }

    /// Whether somebody watches stderr and wants to.
    var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && !options.quiet }

    /// A line of the result.
    func result(_ line: String) {
        print(line)
    }

    /// A line of the result for programs.
    func result(_ value: JSONValue) {
        print(value.line)
    }

    /// What changed and what to run next; not for programs, nor with `-q`.
    func note(_ line: String) {
        guard !options.quiet, !options.json else { return }
        Self.standardError(line)
    }

    /// What only `-v` shows.
    func detail(_ line: String) {
        guard options.verbose else { return }
        Self.standardError(line)
    }

    /// One line per problem, with `-q` too.
    func report(_ problem: Problem) {
        Self.standardError(ErrorLine(problem).text)
    }

    /// One line for what a run does without, and goes on.
    static func warn(_ problem: Problem) {
        let text = "\(problem.place): \(problem.what); \(problem.next)"
        standardError("antwort: warning: \(SafeText.line(text))")
    }

    /// Results first: where both go to one place, they stand in the order in which they were said.
    static func standardError(_ line: String) {
        flush()
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Lets out what was printed and still waits in memory.
    static func flush() {
        fflush(nil)
    }
}
