import ArgumentParser
import Foundation
import Workflow

/// One run of the program: parses, performs, and turns whatever went wrong into error lines and an exit code.
struct CommandLineRun: Sendable {
    let arguments: [String]

    /// Performs the command that the arguments name.
    /// - Returns: the exit code.
    func perform() async -> Int32 {
        if arguments == ["help", Glossary.topic] {
            print(Glossary.text)
            return ExitStatus.done.rawValue
        }
        let words = CommandWords(arguments)
        if let complaint = words.complaint { return Self.refuse(complaint, see: words) }
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
            return Self.report(error, of: words)
        }
    }

    /// Help and version go to stdout; what the parser found wrong becomes an error line of ours.
    private static func report(_ error: any Error, of words: CommandWords) -> Int32 {
        let code = Antwort.exitCode(for: error)
        if code == .success {
            let text = Antwort.fullMessage(for: error)
            print(HelpText(text)?.text ?? text)
            return ExitStatus.done.rawValue
        }
        let lines = Antwort.message(for: error).split(separator: "\n").map(String.init)
        var what = lines.first { !$0.isEmpty } ?? "the command failed"
        if what.hasPrefix("Error: ") { what.removeFirst(7) }
        if what.hasSuffix(".") { what.removeLast() }
        if code == .validationFailure { return refuse(what, see: words) }
        Terminal.standardError(
            ErrorLine(place: "command line", what: what, next: "report this as a defect").text)
        return ExitStatus.internal.rawValue
    }

    private static func refuse(_ what: String, see words: CommandWords) -> Int32 {
        Terminal.standardError(ErrorLine(place: "command line", what: what, next: "see '\(words.helpCommand)'").text)
        return ExitStatus.usage.rawValue
    }
}

/// Several problems of one command: all listed in one run, with the exit code of the first.
struct Problems: Error {
    let all: [Problem]

    var exitStatus: ExitStatus { all.first.map { ExitStatus($0.kind) } ?? .internal }
}
