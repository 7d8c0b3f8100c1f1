package import Dialogue
package import Foundation
import Glibc
package import Settings
package import Workflow

/// Where everything of this run is, before any of it is opened.
package struct Premises: Sendable {
    /// The store's file in the data folder.
    package static let storeName = "antwort.sqlite"
    private static let snapshotName = "settings.snapshot"

    private let request: DeskRequest
    /// The environment of this run, which may hold tokens.
    package var environment: [String: String] { request.environment }
    /// Hears of what a run does without.
    var warn: @Sendable (Problem) -> Void { request.warn }
    package let places: SettingsPlaces
    package let zones: ZoneDirectory

    package init(_ request: DeskRequest) {
        self.request = request
        places = SettingsPlaces(
            flags: request.flags, environment: request.environment, workingDirectory: request.workingDirectory,
            executable: request.executable, exists: { FileManager.default.fileExists(atPath: $0) })
        zones = ZoneDirectory(path: request.environment["ANTWORT_ZONEINFO"] ?? ZoneDirectory.usual)
    }

    package var calendars: CalendarAssembly { CalendarAssembly(zones: zones) }

    /// The settings file in use; nil where there is none and the shipped defaults hold.
    package var settingsFile: SettingsPlaces.Place? { places.settingsFile() }

    /// The settings, or the shipped defaults where there is no file.
    ///
    /// A file that has been understood is kept in short form beside the store, so that the next run need not read YAML.
    package func settings() throws -> BrandSettings {
        guard let place = settingsFile else { return try shippedSettings() }
        do {
            let file = try SettingsFile(reading: place.path)
            let surroundings = SettingsSurroundings(settingsPath: place.path, zones: zones)
            let snapshot = snapshotPlace
            if let snapshot, let kept = try? Data(contentsOf: snapshot),
                let known = SettingsSnapshot(
                    kept: Array(kept), of: file, in: surroundings, program: request.program)
            {
                return known.settings
            }
            let made = try SettingsSnapshot(of: file, in: surroundings, program: request.program)
            if let snapshot { keep(made.bytes, at: snapshot) }
            return made.settings
        } catch {
            throw DeskError(problems: error.mistakes.map(Problem.init))
        }
    }

    /// The folder of store and locks.
    package func dataFolder(of settings: BrandSettings) throws(Problem) -> URL {
        guard let place = places.dataDirectory(setting: settings.data, settingsFile: settingsFile) else {
            throw Problem(
                .configuration, at: "data folder", "nothing says where the store is: HOME is not set",
                next: "name a folder with --data")
        }
        return URL(filePath: place.path, directoryHint: .isDirectory)
    }

    /// Triage with the lexicons of the templates folder and what was learned.
    /// - Parameters:
    ///   - brand: topics and words that the settings add.
    ///   - taught: what the desk's own people taught, in the place of the shipped models of the same languages.
    package func triageEngine(
        setting: String?, brand: TriageSettings = TriageSettings(), taught: [TriageModel] = []
    ) throws -> TriageEngine {
        let folder = try templatesFolder(setting: setting)
        var lexicons: [Lexicon] = []
        for language in [Language.german, .english] {
            do {
                var files = try LexiconFolder(templates: folder).files(language: language.rawValue)
                files[Self.furnitureName] = nil
                lexicons.append(try Lexicon(language: language, files: files, words: brand.words))
            } catch let error as LexiconFolderError {
                throw Problem(.noInput, at: error.path, error.fault.what, next: error.fault.next)
            } catch let error as LexiconError {
                throw DeskError(
                    problems: error.mistakes.map { mistake in
                        Problem(
                            .configuration,
                            at:
                                "\(folder)/\(language.rawValue)/lexicon/\(mistake.file):\(mistake.line):\(mistake.column)",
                            mistake.what, next: mistake.advice)
                    })
            }
        }
        return TriageEngine(
            lexicons: lexicons, models: try models(in: folder, besides: taught.map(\.language)) + taught,
            topics: brand.topics.isEmpty ? nil : TopicBook(brand.topics))
    }

    /// What was learned when the program was built or installed; without it, rules and word lists read everything.
    private func models(in folder: String, besides taught: [Language]) throws -> [TriageModel] {
        try [Language.german, .english].filter { !taught.contains($0) }.compactMap { language in
            let candidates = places.modelCandidates(language: language.rawValue, templates: folder)
            guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else { return nil }
            do {
                let bytes = try Data(contentsOf: URL(filePath: path))
                return try TriageModel(bytes: Array(bytes))
            } catch {
                throw Problem(
                    .noInput, at: path, "it is no model of this release",
                    next: "make it again with 'make build' or 'make install'")
            }
        }
    }

    /// The models that came with the program.
    package func shippedModels(setting: String?) throws -> [TriageModel] {
        try models(in: try templatesFolder(setting: setting), besides: [])
    }

    /// What stands around posts in exports and is none, in all languages.
    package func furnitureLines(setting: String?) throws -> [String] {
        let folder = try templatesFolder(setting: setting)
        var lines: [String] = []
        for language in [Language.german, .english] {
            let files = try LexiconFolder(templates: folder).files(language: language.rawValue)
            guard let bytes = files[Self.furnitureName] else { continue }
            lines += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        return lines
    }

    private static let furnitureName = "furniture.txt"

    func templatesFolder(setting: String?) throws(Problem) -> String {
        if let place = places.templates(setting: setting, settingsFile: settingsFile) {
            // Without the word lists every post would be read as saying nothing, and nobody would hear why.
            guard FileManager.default.fileExists(atPath: place.path + "/.") else {
                throw Problem(
                    .configuration, at: place.path, field: "templates", "there is no such folder",
                    next: "check --templates, or templates: in the settings")
            }
            return place.path
        }
        let looked = places.templateCandidates(setting: setting, settingsFile: settingsFile).map(\.path)
        throw Problem(
            .noInput, at: "templates", "no templates folder: looked for \(looked.joined(separator: ", "))",
            next: "name it with --templates, or install with 'make install'")
    }

    /// The shipped defaults: what `init` would write.
    package func shippedSettings() throws -> BrandSettings {
        let starter = StarterSettings(brand: "Antwort", timezone: "Europe/Berlin")
        let file = SettingsFile(path: "shipped defaults", bytes: Array(starter.text.utf8))
        do {
            return try file.settings(in: SettingsSurroundings(settingsPath: "/", zones: zones))
        } catch {
            throw DeskError(problems: error.mistakes.map(Problem.init))
        }
    }

    /// Beside the store; settings that move the store themselves are read as YAML each time.
    private var snapshotPlace: URL? {
        places.dataDirectory(setting: nil, settingsFile: settingsFile).map {
            URL(filePath: $0.path, directoryHint: .isDirectory).appending(path: Self.snapshotName)
        }
    }

    /// Keeping it is a convenience: where it fails, the next run reads YAML again.
    ///
    /// Addresses in the settings can be as secret as passwords: the file is its owner's alone from its first byte on.
    private func keep(_ bytes: [UInt8], at url: URL) {
        let fresh = "\(url.path).\(getpid())"
        let descriptor = unsafe open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let isWritten: ()? = try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: bytes)
        guard isWritten != nil, unsafe rename(fresh, url.path) == 0 else {
            try? FileManager.default.removeItem(atPath: fresh)
            return
        }
    }
}

extension Problem {
    /// A mistake in the settings file.
    package init(_ mistake: SettingsMistake) {
        self.init(
            .configuration, at: "\(mistake.file):\(mistake.line):\(mistake.column)", field: mistake.field, mistake.what,
            next: mistake.next)
    }
}
