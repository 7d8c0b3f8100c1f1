import Dialogue

/// Reads the whole file, part after part, and goes on behind each mistake.
final class BrandReader {
    let source: SourceLines
    let surroundings: SettingsSurroundings
    let mistakes: MistakeList
    /// The files the settings refer to whose contents became part of them.
    private(set) var referred: [ReferredFile] = []

    init(source: SourceLines, surroundings: SettingsSurroundings, mistakes: MistakeList) {
        self.source = source
        self.surroundings = surroundings
        self.mistakes = mistakes
    }

    /// The settings. They are good only if no mistake was added.
    func read(_ root: YAMLNode) -> BrandSettings {
        guard let file = MappingReader(root, path: "", section: .brand, mistakes: mistakes) else {
            return BrandSettings(brand: "")
        }

        let brand = file.required("brand", "write the brand's name, such as brand: Silberbahn")?
            .line("write the brand's name in one line")
        let calendars = calendars(file.optional("calendars"))
        let accounts = accounts(file.optional("accounts"))
        let targets = targets(
            file.optional("targets"), calendars: calendars, accounts: accounts.compactMap(\.name))
        let sources = sources(file.optional("sources"), accounts: accounts)
        let triage = triage(file.optional("triage"))
        let alertChannels = alertChannels(file.optional("alerts"))
        if !accounts.isEmpty, targets.isEmpty {
            mistakes.add(
                file.keyPlace("targets") ?? file.keyPlace("accounts") ?? .start, "targets",
                "no target says how soon customers of these accounts hear from you",
                "add one with name, calendar, first_response and next_response")
        }
        return BrandSettings(
            brand: brand ?? "", language: file.optional("language")?.choice(ReplyLanguage.self) ?? .german,
            register: file.optional("register")?.choice(ReplyRegister.self) ?? .sie,
            ihrMeans: file.optional("ihr_means")?.choice(ReplyRegister.self),
            signature: file.optional("signature")?.line("write what stands below replies, in one line"),
            calendars: calendars.compactMap(\.definition), targets: targets.compactMap(\.self),
            accounts: accounts.compactMap(\.settings), sources: sources.compactMap(\.self), triage: triage,
            alertChannels: alertChannels.compactMap(\.self),
            proxy: file.optional("proxy")?.proxy(), templates: file.optional("templates").flatMap(folder),
            data: file.optional("data").flatMap(folder))
    }

    /// The absolute path of a folder.
    private func folder(_ field: Field) -> String? {
        guard let path = path(field) else { return nil }
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The absolute path of a file, which is opened when it is needed and not before.
    func file(_ field: Field) -> String? {
        guard let path = path(field) else { return nil }
        guard !path.hasSuffix("/") else {
            field.refuse("the path of a folder", "name the file in it")
            return nil
        }
        return path
    }

    /// An absolute path; relative ones start at the settings file.
    func path(_ field: Field) -> String? {
        guard let text = field.line(upTo: 1024, "write a path; a relative one starts at the folder of this file") else {
            return nil
        }
        guard !text.hasPrefix("~") else {
            field.refuse("a path that begins with ~", "write the path in full; only shells know ~")
            return nil
        }
        return FilePath.absolute(text, in: surroundings.directory)
    }

    /// The bytes of a file whose contents become part of the settings.
    func refer(to path: String) -> Result<[UInt8], FileFault> {
        let read = surroundings.readFile(path)
        if case .success(let bytes) = read { referred.append(ReferredFile(path: path, bytes: bytes)) }
        return read
    }
}

/// The names in use in a list of the file, each of which may stand there once.
struct UsedNames {
    private var lines: [String: Int] = [:]

    var all: [String] { lines.keys.sorted() }

    /// Takes `name` into use; a mistake if it is already.
    mutating func take(_ name: String, at field: Field) {
        if let line = lines[name] {
            field.refuse("\(Shown.value(name)) is already the name of the one on line \(line)", "choose another name")
        } else {
            lines[name] = field.node.place.line
        }
    }
}
