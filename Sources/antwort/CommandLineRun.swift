import ArgumentParser
import Foundation
import Workflow

/// One run of the program: parses, performs, and turns whatever went wrong into error lines and an exit code.
struct CommandLineRun: Sendable {
    let arguments: [String]

    /// Performs the command that the arguments name.
    /// - Returns: the exit code.
    func perform() async -> Int32 {
        do {
            var command = try Antwort.parseAsRoot(arguments.isEmpty ? ["--help"] : arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return ExitStatus.done.rawValue
        } catch let problem as Problem {
            Terminal.standardError(ErrorLine(problem).text)
            return ExitStatus(problem.kind).rawValue
        } catch let problems as Problems {
            for problem in problems.all { Terminal.standardError(ErrorLine(problem).text) }
            return problems.exitStatus.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch is CancellationError {
            return 130
        } catch {
            return Self.report(error)
        }
    }

    /// Help and version go to stdout; what the parser found wrong becomes an error line of ours.
    private static func report(_ error: any Error) -> Int32 {
        let code = Antwort.exitCode(for: error)
        if code == .success {
            print(Antwort.fullMessage(for: error))
            return 0
        }
        let message = Antwort.message(for: error)
        let isUsage = code == .validationFailure
        let lines = message.split(separator: "\n").map(String.init)
        var what = lines.first { !$0.isEmpty } ?? "the command failed"
        if what.hasPrefix("Error: ") { what.removeFirst(7) }
        if what.hasSuffix(".") { what.removeLast() }
        Terminal.standardError(
            ErrorLine(
                place: "command line", what: what,
                next: isUsage ? "see 'antwort --help'" : "report this as a defect"
            ).text)
        return (isUsage ? ExitStatus.usage : .internal).rawValue
    }
}

/// Several problems of one command: all listed in one run, with the exit code of the first.
struct Problems: Error {
    let all: [Problem]

    var exitStatus: ExitStatus { all.first.map { ExitStatus($0.kind) } ?? .internal }
}
