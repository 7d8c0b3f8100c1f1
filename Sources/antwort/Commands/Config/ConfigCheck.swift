import ArgumentParser
import Assembly
import Dialogue
import Settings
import Workflow

struct ConfigCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the settings, and list the names in them.",
        usage: "antwort config check [options]",
        discussion: """
            Names every mistake with its line and column. Without a mistake it lists the names of calendars, \
            targets, accounts, sources, channels and topics: other commands take them. It opens no store and asks no server.

            Fields with --json: settings valid calendars targets accounts sources channels topics names \
            promises.

            Exit codes: 0 the settings are in order; 78 they are not, or there is no settings file.
            """)

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

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
            _ = try premises.triageEngine(setting: settings.templates, brand: settings.triage)
            for warning in settings.calendars.flatMap({ premises.calendars.warnings(about: $0) }) {
                Terminal.standardError(
                    SafeText.line(
                        "antwort: warning: \(file.path): \(warning.field): \(warning.what); \(warning.next)"))
            }
            let names = [
                ("calendars", settings.calendars.map(\.name)), ("targets", settings.targets.map(\.name)),
                ("accounts", settings.accounts.map(\.name)), ("sources", settings.sources.map(\.name)),
                ("channels", settings.alertChannels.map(\.name)), ("topics", settings.triage.topics.map(\.name)),
            ]
            if output.json {
                let lists = JSONValue.object(names.map { ($0.0, .list($0.1.map { .text($0) })) })
                terminal.result(
                    .object(
                        [("settings", .text(file.path)), ("valid", true)] + names.map { ($0.0, .count($0.1.count)) }
                            + [
                                ("names", lists),
                                ("promises", .list(settings.targets.map { TargetView(target: $0).json })),
                            ]))
            } else {
                for (kind, names) in names {
                    terminal.result(SafeText.line("\(kind): \(names.isEmpty ? "none" : names.joined(separator: ", "))"))
                }
                // With one target there is nothing to choose.
                if settings.targets.count > 1 {
                    for target in settings.targets { terminal.note(TargetView(target: target).line) }
                }
                terminal.note(SafeText.line("\(file.path) is in order."))
            }
        } catch let error as DeskError {
            throw Problems(all: error.problems)
        }
    }
}
