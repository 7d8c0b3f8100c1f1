import ArgumentParser
import Assembly
import Foundation
import Settings
import Workflow

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a first settings file and make the store.",
        discussion: """
            An existing settings file is left as it is. Without --config the file goes to ~/.config/antwort/antwort.yaml, without --data \
            the store to ~/.local/share/antwort.
            """)

    @Option(help: ArgumentHelp("The brand's name.", valueName: "name"))
    var brand: String?

    @Option(help: ArgumentHelp("The zone of the service hours, such as Europe/Berlin.", valueName: "zone"))
    var timezone: String = "Europe/Berlin"

    @Option(help: ArgumentHelp("The language of replies: de or en.", valueName: "code"))
    var language: String = "de"

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let premises = Premises(places.request)
        guard let file = premises.settingsFile ?? premises.places.newSettingsFile() else {
            throw Problem(
                .configuration, at: "settings", "nothing says where they go: HOME is not set",
                next: "name a file with --config")
        }
        let isNew = !FileManager.default.fileExists(atPath: file.path)
        if isNew { try write(to: file.path) }
        let desk = try await places.openDesk(for: .creating)
        let store = try desk.dataFolder.appending(path: Premises.storeName).path

        if output.json {
            terminal.result(
                .object([("settings", .text(file.path)), ("settings_written", .bool(isNew)), ("store", .text(store))]))
        } else {
            terminal.note(isNew ? "Wrote \(file.path)." : "Left \(file.path) as it is.")
            terminal.note("The store is \(store).")
            terminal.note(
                desk.settings.sources.isEmpty
                    ? "Next: add an account and a source to the settings, then run 'antwort config check' and 'antwort watch'."
                    : "Next: antwort watch")
        }
    }

    private func write(to path: String) throws {
        guard let replies = ReplyLanguage(rawValue: language) else {
            throw ValidationError("'\(language)' is no language of replies: de or en.")
        }
        guard Premises(places.request).zones.has(timezone) else {
            throw ValidationError("There is no zone '\(timezone)'; write one such as Europe/Berlin.")
        }
        let text = StarterSettings(brand: brand ?? "My brand", timezone: timezone, language: replies).text
        let url = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .withoutOverwriting)
        } catch {
            throw Problem(
                .cannotCreate, at: path, "the settings file cannot be written",
                next: "check the folder, or name another with --config")
        }
    }
}
