import ArgumentParser
import ServiceHours
import Workflow

struct HoursCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a text of service hours before it goes into the settings.",
        discussion: "Example: antwort hours check 'Mo-Fr 08:00-12:00,13:00-18:00; PH off'")

    @Argument(help: "Hours in the notation of OpenStreetMap's opening_hours.")
    var hours: String

    @OptionGroup var output: OutputOptions

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
                parsed.warnings.isEmpty ? "These hours are sound." : "These hours are valid; see the warning above.")
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
