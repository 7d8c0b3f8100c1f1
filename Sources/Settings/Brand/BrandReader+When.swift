import Dialogue

/// For which customers a target is meant.
extension BrandReader {
    /// The condition; nil, with a mistake, where there is none to read.
    func condition(_ field: Field, accounts: [String]) -> TargetCondition? {
        guard let when = MappingReader(field, as: .when) else { return nil }

        let condition = TargetCondition(
            accounts: names("account", of: when, among: accounts),
            platforms: names("platform", of: when, among: platforms),
            intents: names("intent", of: when, among: Intent.allCases.map(\.rawValue)).compactMap(Intent.init),
            urgency: when.optional("urgency")?.wholeNumber(in: 1...2),
            languages: names("language", of: when, among: Language.allCases.map(\.rawValue)).compactMap(Language.init),
            persons: persons(when))
        if case .mapping(let entries) = field.node.content, entries.isEmpty {
            field.refuse("a condition that says nothing", "name account, platform, intent, urgency, language or person")
        }
        return condition
    }

    private var platforms: [String] { Platform.allCases.map(\.rawValue) }

    private func persons(_ when: MappingReader) -> [String] {
        oneOrMore("person", of: when).compactMap { $0.line(upTo: 200, "write a customer's handle or id") }
    }

    /// Words of a fixed list, one or a list of them.
    private func names(_ key: String, of when: MappingReader, among known: [String]) -> [String] {
        oneOrMore(key, of: when).compactMap { field in
            guard let text = field.text("write one of \(known.joined(separator: ", "))") else { return nil }
            if known.contains(text) { return text }

            field.refuse("no \(key) \(Shown.value(text))", NearestName.advice(for: text, among: known))
            return nil
        }
    }

    private func oneOrMore(_ key: String, of when: MappingReader) -> [Field] {
        guard let field = when.optional(key) else { return [] }
        guard case .list = field.node.content else { return [field] }
        let items = field.items("write a list") ?? []
        if items.isEmpty { field.refuse("an empty list", "name at least one, or remove the key") }
        return items
    }
}
