import ArgumentParser
import Assembly
import Dialogue
import Foundation
import Storage
import Workflow

struct TriageImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in posts that people have labelled, to learn from them.",
        usage: "antwort triage import <file> [--language <language>] [options]",
        discussion: """
            The file has tabs between its fields and no quoting: a header that names id, text and any of the columns \
            for_us, needs_answer, intent, sentiment, emotion, urgency, irony_suspected and language, then one post a \
            line. A field may be empty, and other columns are passed over. for_us, needs_answer and irony_suspected \
            are true or false, urgency is 0, 1 or 2, language is de, en or other; the other words are those that \
            'antwort triage' prints.

            The posts belong to no conversation. Of an id that is known, the labels of the file take the place of \
            those before. Nothing is learned from them before 'antwort triage train'.

            Fields with --json: new changed unchanged refused.

            Exit codes: 0 taken; 2 taken, but lines could not be read, each is listed; 65 the header is wrong, or \
            names no label; 66 there is no such file; 78 the settings or a word list have a mistake.

            Example:
              antwort triage import labelled.tsv --language de
            """)

    @Argument(help: "The labelled posts; - is standard input.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The language of posts of which no column says it: de or en. Without it: as triage reads each.",
            valueName: "language"))
    var language: LearnedLanguage?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let lines = try lines()
        let desk = try await places.openDesk(for: .creating)
        let summary = try await desk.lessonImport.run(
            lines, of: file == "-" ? "standard input" : file, language: language?.language, report: terminal.report)
        let kept = summary.kept
        if output.json {
            terminal.result(
                .object([
                    ("new", .count(kept.new)), ("changed", .count(kept.changed)),
                    ("unchanged", .count(kept.unchanged)), ("refused", .count(summary.refused)),
                ]))
        } else {
            terminal.note(
                "\(Counted.text(kept.new, "new lesson")), \(kept.changed) changed, \(kept.unchanged) known already, \(summary.refused) refused."
            )
            if kept.new + kept.changed > 0 { terminal.note("Next: antwort triage train") }
        }
        if summary.refused > 0 { throw ExitCode(ExitStatus.partly.rawValue) }
    }

    private func lines() throws -> InputLines {
        guard file != "-" else { return InputLines() }
        let isFolder = FileManager.default.fileExists(atPath: file + "/.")
        guard !isFolder, let handle = FileHandle(forReadingAtPath: file) else {
            throw Problem(
                .noInput, at: file, isFolder ? "a folder, not a file" : "it cannot be read",
                next: "name a file of labelled posts")
        }
        return InputLines(of: handle)
    }
}
