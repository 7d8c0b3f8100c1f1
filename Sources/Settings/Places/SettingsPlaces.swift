/// Where a run finds its settings, its store and its templates: flag before environment, project, user and system.
package struct SettingsPlaces: Sendable {
    /// What the operator said on the command line.
    package struct Flags: Hashable, Sendable {
        package let config: String?
        package let data: String?
        package let templates: String?

        package init(config: String? = nil, data: String? = nil, templates: String? = nil) {
            self.config = config
            self.data = data
            self.templates = templates
        }
    }

    /// Who decided on a place.
    package enum Origin: String, Hashable, Sendable, CaseIterable {
        case flag, environment, project, settings, user, system, installation
    }

    /// A path and who decided on it.
    package struct Place: Hashable, Sendable {
        /// Absolute.
        package let path: String
        package let origin: Origin

        package init(path: String, origin: Origin) {
            self.path = path
            self.origin = origin
        }
    }

    private let flags: Flags
    private let environment: [String: String]
    private let workingDirectory: String
    private let executable: String?
    private let exists: @Sendable (String) -> Bool

    /// - Parameters:
    ///   - workingDirectory: absolute.
    ///   - executable: the absolute path of the running program, links resolved.
    ///   - exists: whether there is something at an absolute path.
    package init(
        flags: Flags, environment: [String: String], workingDirectory: String, executable: String?,
        exists: @escaping @Sendable (String) -> Bool
    ) {
        self.flags = flags
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.executable = executable
        self.exists = exists
    }

    /// Where a settings file may lie, the strongest first. What a flag or the environment names is the only candidate.
    package var settingsCandidates: [Place] {
        if let path = flags.config { return [place(path, .flag)] }
        if let path = value("ANTWORT_CONFIG") { return [place(path, .environment)] }
        return [
            place("antwort.yaml", .project), userSettings, Place(path: "/etc/antwort/antwort.yaml", origin: .system),
        ].compactMap(\.self)
    }

    /// The settings file of this run: named by flag or environment whether it exists or not, else the first that exists.
    package func settingsFile() -> Place? {
        settingsCandidates.first { $0.origin == .flag || $0.origin == .environment || exists($0.path) }
    }

    /// Where `init` writes a settings file; nil if nothing says where this user's files lie.
    package func newSettingsFile() -> Place? {
        if let path = flags.config { return place(path, .flag) }
        if let path = value("ANTWORT_CONFIG") { return place(path, .environment) }
        return userSettings
    }

    /// The folder of the store; nil if nothing says where this user's files lie.
    ///
    /// - Parameters:
    ///   - setting: the `data:` of the settings, absolute.
    ///   - settingsFile: the file in use: with the system's settings goes the system's store.
    package func dataDirectory(setting: String?, settingsFile: Place?) -> Place? {
        if let path = flags.data { return place(path, .flag) }
        if let path = value("ANTWORT_DATA") { return place(path, .environment) }
        if let setting { return Place(path: setting, origin: .settings) }
        if settingsFile?.origin == .system { return Place(path: "/var/lib/antwort", origin: .system) }
        return userFolder("XDG_DATA_HOME", below: ".local/share").map { Place(path: "\($0)/antwort", origin: .user) }
    }

    /// The folders that may hold the templates, the strongest first.
    ///
    /// What a flag or the settings name is the only one; else a folder beside the settings file, then the installation's
    /// (`<prefix>/share/antwort` of a program in `<prefix>/bin`), then the `share/antwort` beside the program.
    package func templateCandidates(setting: String?, settingsFile: Place?) -> [Place] {
        if let path = flags.templates { return [place(path, .flag)] }
        if let setting { return [Place(path: setting, origin: .settings)] }

        var places: [Place] = []
        if let settingsFile {
            places.append(
                Place(
                    path: FilePath.absolute("templates", in: FilePath.folder(of: settingsFile.path)), origin: .project))
        }
        return places + installedTemplates
    }

    /// The files that may hold the seed corpus of a language, the strongest first: in the folder `corpus` beside each templates folder, and
    /// beside the installation's whatever a flag or the settings name.
    package func corpusCandidates(language: String, setting: String?, settingsFile: Place?) -> [Place] {
        let named = templateCandidates(setting: setting, settingsFile: settingsFile)
        return (named + installedTemplates.filter { !named.contains($0) }).map { templates in
            Place(path: "\(FilePath.folder(of: templates.path))/corpus/\(language).tsv", origin: templates.origin)
        }
    }

    /// The files that may hold what was learned of a language, the strongest first: in the folder of templates in use, else in the
    /// installation's: templates of one's own are no reason to read worse.
    package func modelCandidates(language: String, templates: String) -> [String] {
        let installed = installedTemplates.map(\.path).filter { $0 != templates }
        return ([templates] + installed).map { "\($0)/\(language)/triage.model" }
    }

    private var installedTemplates: [Place] {
        guard let executable else { return [] }
        let folder = FilePath.folder(of: executable)
        return ["../share/antwort/templates", "share/antwort/templates"].map { path in
            Place(path: FilePath.absolute(path, in: folder), origin: .installation)
        }
    }

    /// The folder with the templates: named by flag or settings whether it exists or not, else the first that exists.
    package func templates(setting: String?, settingsFile: Place?) -> Place? {
        templateCandidates(setting: setting, settingsFile: settingsFile)
            .first { $0.origin == .flag || $0.origin == .settings || exists($0.path) }
    }

    private var userSettings: Place? {
        userFolder("XDG_CONFIG_HOME", below: ".config").map { Place(path: "\($0)/antwort/antwort.yaml", origin: .user) }
    }

    private func place(_ path: String, _ origin: Origin) -> Place {
        Place(path: FilePath.absolute(path, in: workingDirectory), origin: origin)
    }

    /// An XDG base directory; the specification wants relative values ignored.
    private func userFolder(_ name: String, below usual: String) -> String? {
        if let folder = value(name), folder.hasPrefix("/") { return trimmed(folder) }
        guard let home = value("HOME"), home.hasPrefix("/") else { return nil }
        return FilePath.absolute(usual, in: home)
    }

    private func trimmed(_ folder: String) -> String {
        let path = FilePath.absolute(folder, in: "/")
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// An environment value; an empty one counts as unset.
    private func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
