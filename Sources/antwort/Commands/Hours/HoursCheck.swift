import ArgumentParser
import ServiceHours
import Workflow

struct HoursCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check opening hours before they go into the settings.",
        usage: "antwort hours check <hours> [options]",
        discussion: """
            PH stands for public holidays: in the settings it needs a calendar with holidays:, or it never applies.

            Fields with --json: valid, and warnings or error.

            Exit codes: 0 the hours are valid, though there may be a warning; 65 they are not.

            Example:
              antwort hours check 'Mo-Fr 08:00-12:00,13:00-18:00; PH off'
            """)

    @Argument(help: "Opening hours in the notation of OpenStreetMap's opening_hours.")
    var hours: String

    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        do throws(OpeningHoursError) {
            let parsed = try OpeningHours(hours)
            if output.json {
                let warnings = parsed.warnings.map {
                    fault($0.code.rawValue, at: $0.position, $0.message, advice: $0.advice)
                }
                terminal.result(.object([("valid", true), ("warnings", .list(warnings))]))
                return
            }
            for warning in parsed.warnings {
                Terminal.standardError(
                    "antwort: warning: character \(warning.position + 1): \(warning.message); \(warning.advice)")
            }
            terminal.note(
                parsed.warnings.isEmpty ? "These hours are in order." : "These hours are valid; see the warning above.")
        } catch {
            if output.json {
                let error = fault(error.code.rawValue, at: error.position, error.message, advice: error.advice)
                terminal.result(.object([("valid", false), ("error", error)]))
            }
            throw Problem(
                .badData, at: "character \(error.position + 1)", field: "hours", error.message, next: error.advice)
        }
    }

    /// Positions are counted as in `antwort hours --jsonl`: the Unicode scalars before the place.
    private func fault(_ code: String, at position: Int, _ message: String, advice: String) -> JSONValue {
        .object([
            ("code", .text(code)), ("position", .count(position)), ("message", .text(message)),
            ("advice", .text(advice)),
        ])
    }
}
