/// Reads one mapping of the file key by key; unknown, early and secret keys are mistakes.
struct MappingReader {
    let path: String
    let place: TextPlace
    let mistakes: MistakeList
    private let entries: [String: YAMLEntry]

    /// nil, with a mistake, if `field` holds no mapping.
    init?(_ field: Field, as section: SettingsSection) {
        self.init(field.node, path: field.path, section: section, mistakes: field.mistakes)
    }

    init?(_ node: YAMLNode, path: String, section: SettingsSection, mistakes: MistakeList) {
        guard case .mapping(let entries) = node.content else {
            if case .refused = node.content { return nil }
            let keys = section.read.prefix(4).joined(separator: ", ")
            mistakes.add(node.place, path, "not a mapping", "write keys and values, such as \(keys)")
            return nil
        }
        self.path = path
        self.place = node.place
        self.mistakes = mistakes
        self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }

        let read = section.read
        let notYet = section.notYet
        for entry in entries where !read.contains(entry.key) {
            let field = fieldPath(entry.key)
            if SecretKey.isMeant(by: entry.key) {
                mistakes.add(
                    entry.keyPlace, field, "a secret does not belong in this file",
                    "remove it, consider it known and replace it; secrets stand in a file of their own with mode 0600")
            } else if notYet.contains(entry.key) {
                mistakes.add(entry.keyPlace, field, "not yet: this release does not read it", "remove it for now")
            } else if entry.key == "<<" {
                mistakes.add(entry.keyPlace, field, "a merge key", "write each value out where it is needed")
            } else {
                let advice = mistakes.isLong ? "remove it" : NearestName.advice(for: entry.key, among: read)
                mistakes.add(entry.keyPlace, field, "unknown key", advice)
            }
        }
    }

    func fieldPath(_ key: String) -> String {
        path.isEmpty ? Shown.key(key) : "\(path).\(Shown.key(key))"
    }

    func optional(_ key: String) -> Field? {
        entries[key].map { Field(path: fieldPath(key), node: $0.value, mistakes: mistakes) }
    }

    /// The field, or a mistake that says what to write.
    func required(_ key: String, _ next: String) -> Field? {
        if let field = optional(key) { return field }
        mistakes.add(place, fieldPath(key), "missing", next)
        return nil
    }

    func keyPlace(_ key: String) -> TextPlace? { entries[key]?.keyPlace }
}
