import ArgumentParser
import Assembly
import ServiceHours
import Workflow

/// What `antwort hours` without a subcommand is.
struct HoursFilter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "filter", abstract: "Answer questions about opening hours, one JSON object a line.",
        shouldDisplay: false)

    @Flag(help: "Read questions as JSON Lines from standard input.")
    var jsonl = false

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions

    func validate() throws {
        guard jsonl else { throw ValidationError("Name a subcommand (show, check, next, say), or give --jsonl.") }
    }

    func run() async throws {
        var desk = HoursQuestions(zones: Premises(places.request).zones)
        for line in InputLines() where !line.isEmpty {
            print(desk.answer(line).line)
        }
    }
}
