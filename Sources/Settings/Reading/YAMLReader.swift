import Yams

/// The door to libyaml: turns the bytes of a file into nodes with places, and names what no settings file may contain.
///
/// Refused are anchors, aliases, merge keys, tags, several documents, keys that are not text, keys that stand twice, and
/// whatever is no YAML. Nothing is resolved: `NO`, `0123` and `2026-03-01` stay what was written.
struct YAMLReader {
    /// More than a settings file of 10,000 sources has.
    static let mostBytes = 4 << 20
    /// libyaml itself gives up at 1,000.
    static let mostLevels = 16

    private let mistakes: MistakeList

    init(mistakes: MistakeList) {
        self.mistakes = mistakes
    }

    /// The root of the only document; nil if there is none, or if it cannot be parsed (then a mistake says so).
    func read(_ bytes: [UInt8]) -> YAMLNode? {
        guard bytes.count <= Self.mostBytes else {
            mistakes.add(
                .start, "file", "larger than \(Self.mostBytes >> 20) MiB",
                "a settings file is text written by people; check the path")
            return nil
        }
        // libyaml skips a byte order mark only where it finds out the encoding itself.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard let text = String(validating: bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0), as: UTF8.self)
        else {
            mistakes.add(Self.firstInvalidByte(in: bytes), "yaml", "not UTF-8 text", "save the file as UTF-8")
            return nil
        }
        if let flood = YAMLFlood.finding(in: bytes) {
            mistakes.add(flood.place, "yaml", flood.what, flood.next)
            return nil
        }

        var renaming = DuplicateKeys(text: text)
        while true {
            do {
                return try document(renaming.text, keys: renaming)
            } catch let error as YamlError {
                if case .duplicatedKeysInMapping(_, let context) = error, renaming.renameKey(at: context.mark.place) {
                    continue
                }

                explain(error, in: text)
                return nil
            } catch {
                mistakes.add(.start, "yaml", "cannot be parsed", "check the file with a YAML linter")
                return nil
            }
        }
    }

    private func document(_ text: String, keys: DuplicateKeys) throws -> YAMLNode? {
        // The encoding is said because Yams would otherwise look for it in the environment; the basic resolver guesses no types.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        // Nodes hold their anchors weakly, the parser owns them.
        return try withExtendedLifetime(parser) {
            guard let root = try parser.singleRoot() else { return nil }
            var converter = NodeConverter(keys: keys, mistakes: mistakes)
            return converter.convert(root, path: "", level: 0)
        }
    }

    private func explain(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let place = mark.place
            if problem.contains("tab character") || Self.hasTab(onLine: place.line, of: text) {
                mistakes.add(place, "yaml", "a tab", "indent with blanks, never with tabs")
            } else if let context, context.text.contains("quoted scalar"), problem.contains("end of stream") {
                mistakes.add(context.mark.place, "yaml", "a quote that is not closed", "close it on the same line")
            } else if let context, context.text.contains("flow") {
                mistakes.add(
                    context.mark.place, "yaml",
                    "a bracket that is not closed before line \(place.line), column \(place.column)",
                    "close it, and part its items with commas")
            } else if problem.contains("nesting") {
                mistakes.add(place, "yaml", "nested too deeply", "settings need \(Self.mostLevels) levels at most")
            } else {
                mistakes.add(
                    place, "yaml", "not YAML here: \(problem)",
                    "check indentation, colons and quotes on this line and the one above")
            }
        case .composer(_, let problem, let mark, _):
            if problem.contains("another document") {
                mistakes.add(
                    mark.place, "yaml", "a second document",
                    "a settings file is one document; remove --- and what follows")
            } else {
                mistakes.add(
                    mark.place, "yaml", "an alias without its anchor", "write the value out; settings have no aliases")
            }
        case .reader(_, let offset, _, _):
            mistakes.add(
                TextPlace.after(text.prefix(offset ?? 0).unicodeScalars), "yaml", "a control character", "remove it")
        case .duplicatedKeysInMapping(_, let context):
            mistakes.add(context.mark.place, "yaml", "a key that stands twice in its mapping", "keep one of them")
        default:
            mistakes.add(.start, "yaml", "cannot be parsed", "check the file with a YAML linter")
        }
    }

    private static func hasTab(onLine line: Int, of text: String) -> Bool {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: line, omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return false }
        return lines[line - 1].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.contains(
            UInt8(ascii: "\t"))
    }

    private static func firstInvalidByte(in bytes: [UInt8]) -> TextPlace {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var valid: [Unicode.Scalar] = []
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid.append(scalar) }
        return TextPlace.after(valid)
    }
}

/// Turns parsed nodes into ours, each anchored one once, so that aliases cost nothing.
private struct NodeConverter {
    let keys: DuplicateKeys
    let mistakes: MistakeList
    private var anchored: Set<TextPlace> = []

    init(keys: DuplicateKeys, mistakes: MistakeList) {
        self.keys = keys
        self.mistakes = mistakes
    }

    mutating func convert(_ node: Node, path: String, level: Int) -> YAMLNode {
        let place = node.mark?.place ?? .start
        let refused = YAMLNode(place: place, content: .refused)
        if node.anchorName != nil {
            guard anchored.insert(place).inserted else { return refused }
            mistakes.add(
                place, path, "an anchor (&name)", "write each value out where it is needed; settings have no anchors")
        }
        guard level <= YAMLReader.mostLevels else {
            mistakes.add(place, path, "nested too deeply", "settings need \(YAMLReader.mostLevels) levels at most")
            return refused
        }
        if node.hasForeignTag {
            mistakes.add(place, path, "a tag (!name)", "remove it; the value is read as it is written")
        }

        switch node {
        case .scalar(let scalar):
            return YAMLNode(place: place, content: .text(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            items.reserveCapacity(sequence.count)
            for (index, item) in sequence.enumerated() {
                items.append(convert(item, path: "\(path)[\(index)]", level: level + 1))
            }
            return YAMLNode(place: place, content: .list(items))
        case .mapping(let mapping):
            return YAMLNode(place: place, content: .mapping(entries(of: mapping, path: path, level: level)))
        case .alias:
            return refused
        }
    }

    private mutating func entries(of mapping: Node.Mapping, path: String, level: Int) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        entries.reserveCapacity(mapping.count)
        var lines: [String: Int] = [:]
        for (key, value) in mapping {
            let keyPlace = key.mark?.place ?? .start
            guard let scalar = key.scalar else {
                mistakes.add(keyPlace, path, "a key that is a list or a mapping", "write a name as the key")
                continue
            }
            let name = keys.original(of: scalar.string, at: keyPlace)
            let keyPath = path.isEmpty ? Shown.key(name) : "\(path).\(Shown.key(name))"
            if key.anchorName != nil {
                mistakes.add(keyPlace, keyPath, "an anchor (&name)", "remove it; settings have no anchors")
                continue
            }
            if let line = lines[name] {
                mistakes.add(keyPlace, keyPath, "stands twice (first on line \(line))", "keep one of them")
                continue
            }
            lines[name] = keyPlace.line
            entries.append(
                YAMLEntry(key: name, keyPlace: keyPlace, value: convert(value, path: keyPath, level: level + 1)))
        }
        return entries
    }
}

extension Mark {
    fileprivate var place: TextPlace { TextPlace(line: line, column: column) }
}

extension Node {
    fileprivate var anchorName: String? {
        switch self {
        case .scalar(let scalar): scalar.anchor?.rawValue
        case .mapping(let mapping): mapping.anchor?.rawValue
        case .sequence(let sequence): sequence.anchor?.rawValue
        case .alias(let alias): alias.anchor.rawValue
        }
    }

    /// Whether the file itself says a type. Quoted scalars carry the tag of text.
    fileprivate var hasForeignTag: Bool {
        switch self {
        case .scalar(let scalar): !["", "tag:yaml.org,2002:str"].contains(scalar.tag.description)
        case .mapping(let mapping): !["", "tag:yaml.org,2002:map"].contains(mapping.tag.description)
        case .sequence(let sequence): !["", "tag:yaml.org,2002:seq"].contains(sequence.tag.description)
        case .alias: false
        }
    }
}
