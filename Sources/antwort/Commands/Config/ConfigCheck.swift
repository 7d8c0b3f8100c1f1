import ArgumentParser
import Assembly
import Dialogue
import Settings
import Workflow

struct ConfigCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the settings and name every mistake with its line.",
        discussion: "Opens no store and asks no server. Exit codes: 0 the settings are sound; 78 they are not.")

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let premises = Premises(places.request)
        guard let file = premises.settingsFile else {
            throw Problem(
                .configuration, at: "settings", "there is no settings file", next: "write one with 'antwort init'")
        }
        do {
            let settings = try premises.settings()
            for calendar in settings.calendars { _ = try premises.calendars.calendar(of: calendar) }
            _ = try premises.triageEngine(setting: settings.templates)
            for warning in settings.calendars.flatMap({ premises.calendars.warnings(about: $0) }) {
                Terminal.standardError(
                    SafeText.line(
                        "antwort: warning: \(file.path): \(warning.field): \(warning.what); \(warning.next)"))
            }
            let counts = [
                ("calendars", settings.calendars.count), ("targets", settings.targets.count),
                ("accounts", settings.accounts.count), ("sources", settings.sources.count),
            ]
            if output.json {
                terminal.result(
                    .object([("settings", .text(file.path)), ("valid", true)] + counts.map { ($0.0, .count($0.1)) }))
            } else {
                terminal.note(
                    "\(file.path) is sound: "
                        + counts.map { Counted.text($0.1, String($0.0.dropLast())) }.joined(separator: ", ") + ".")
            }
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
    }
}
