import ArgumentParser
import Assembly
import Foundation
import Settings
import Workflow

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a first settings file and make the store.",
        usage: "antwort init [--brand <name>] [options]",
        discussion: """
            The settings go to ~/.config/antwort/antwort.yaml unless --config names a file, the store to \
            ~/.local/share/antwort unless --data names a folder. Missing folders are made. The file is commented and \
            works as it is.

            If the settings file exists, it is kept, and --brand, --timezone and --language change nothing: edit the \
            file instead. A missing store is made all the same.

            Next: put accounts and sources into the file, then run 'antwort config check'.

            Fields with --json: settings settings_written store.

            Exit codes: 0 done; 64 no such language or time zone; 73 a file or folder cannot be made; 78 the \
            existing settings have a mistake.

            Example:
              antwort init --brand "Acme Rail" --timezone Europe/Berlin --language en
            """)

    @Option(help: ArgumentHelp("The brand's name, as customers know it. (default: My brand)", valueName: "name"))
    var brand: String?

    @Option(help: ArgumentHelp("The time zone of the opening hours. (default: Europe/Berlin)", valueName: "zone"))
    var timezone: String?

    @Option(
        help: ArgumentHelp(
            "The language of replies to customers whose own is unknown: de or en. (default: de)", valueName: "code"))
    var language: String?

    @OptionGroup(title: CommonOptions.title) var places: PlaceOptions
    @OptionGroup(title: CommonOptions.title) var output: OutputOptions

    func run() async throws {
        let terminal = Terminal(options: output)
        let premises = Premises(places.request)
        guard let file = premises.settingsFile ?? premises.places.newSettingsFile() else {
            throw Problem(
                .configuration, at: "settings", "nothing says where they go: HOME is not set",
                next: "name a file with --config")
        }
        let starter = try starter()
        let isNew = !FileManager.default.fileExists(atPath: file.path)
        if isNew { try write(starter, to: file.path) }
        let desk = try await places.openDesk(for: .creating)
        let store = try desk.dataFolder.appending(path: Premises.storeName).path

        if output.json {
            terminal.result(
                .object([("settings", .text(file.path)), ("settings_written", .bool(isNew)), ("store", .text(store))]))
        } else {
            terminal.note(isNew ? "Wrote \(file.path)." : "Kept \(file.path) as it is\(unused).")
            terminal.note("The store is \(store).")
            terminal.note(
                desk.settings.sources.isEmpty
                    ? "Next: add an account and a source to the settings, then run 'antwort config check' and 'antwort watch'."
                    : "Next: antwort watch")
        }
    }

    /// The settings to begin with; a mistake in an option is one whether they are written or not.
    private func starter() throws -> StarterSettings {
        let code = language ?? "de"
        guard let replies = ReplyLanguage(rawValue: code) else {
            throw ValidationError("'\(code)' is not a language of replies: de or en.")
        }
        let zone = timezone ?? "Europe/Berlin"
        guard Premises(places.request).zones.has(zone) else {
            throw ValidationError("'\(zone)' is not a time zone; write one such as Europe/Berlin.")
        }
        return StarterSettings(brand: brand ?? "My brand", timezone: zone, language: replies)
    }

    /// Says which options changed nothing, because the settings were there already.
    private var unused: String {
        let given = [("--brand", brand), ("--timezone", timezone), ("--language", language)]
            .compactMap { $0.1 == nil ? nil : $0.0 }
        return given.isEmpty ? "" : ": \(given.joined(separator: ", ")) changed nothing, edit the file instead"
    }

    private func write(_ settings: StarterSettings, to path: String) throws {
        let text = settings.text
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
