import Dialogue

/// The topics of a brand and its own words.
extension BrandReader {
    private static let mostTopics = 200
    private static let entry = "write a word or a turn of phrase, such as cancel* or waiting .. hours"

    func triage(_ field: Field?) -> TriageSettings {
        guard let field, let triage = MappingReader(field, as: .triage) else { return TriageSettings() }
        return TriageSettings(
            topics: triage.optional("topics").map(topics) ?? [], words: triage.optional("words").map(words) ?? [])
    }

    // MARK: Topics

    private func topics(_ field: Field) -> [Topic] {
        var names = UsedNames()
        let items = field.items("write a list of topics, each with name and keywords") ?? []
        if items.count > Self.mostTopics {
            field.refuse("more than \(Self.mostTopics) topics", "keep those that somebody looks at")
        }
        return items.compactMap { topic($0, names: &names) }
    }

    private func topic(_ item: Field, names: inout UsedNames) -> Topic? {
        guard let topic = MappingReader(item, as: .topic) else { return nil }
        let nameField = topic.required("name", "name the topic, such as heating")
        let name = nameField?.line(upTo: 64, "write a short name in one line")
        if let name, let nameField { names.take(name, at: nameField) }
        let keywords = topic.required("keywords", "list the words that speak for it, such as [heating, cold*]").map(
            phrases)
        guard let name, let keywords else { return nil }
        return Topic(name, keywords: keywords)
    }

    // MARK: Own words

    private func words(_ field: Field) -> [BrandWords] {
        guard let words = MappingReader(field, as: .words) else { return [] }
        return [Language.german, .english].compactMap { language in
            words.optional(language.rawValue).map { BrandWords(language, entries($0)) }
        }
    }

    private func entries(_ field: Field) -> [BrandWords.Entry] {
        guard case .mapping(let entries) = field.node.content else {
            if case .refused = field.node.content { return [] }
            field.refuse(
                "not a mapping", "write categories of the lexicon and their words, such as complaint: [outage*]")
            return []
        }
        return entries.flatMap { entry -> [BrandWords.Entry] in
            let path = "\(field.path).\(Shown.key(entry.key))"
            let category = LexiconCategory(rawValue: entry.key)
            if category == nil {
                mistakes.add(
                    entry.keyPlace, path, "there is no category \(Shown.value(entry.key))",
                    NearestName.advice(for: entry.key, among: LexiconCategory.allCases.map(\.rawValue)))
            }
            let phrases = phrases(Field(path: path, node: entry.value, mistakes: mistakes))
            return category.map { category in phrases.map { BrandWords.Entry(category, $0) } } ?? []
        }
    }

    // MARK: Entries

    /// The entries of a list, or a single one.
    private func phrases(_ field: Field) -> [LexiconPhrase] {
        guard case .list = field.node.content else { return [phrase(field)].compactMap(\.self) }
        let items = field.items(Self.entry) ?? []
        if items.isEmpty { field.refuse("an empty list", Self.entry) }
        return items.compactMap(phrase)
    }

    private func phrase(_ field: Field) -> LexiconPhrase? {
        guard let text = field.line(upTo: 200, Self.entry), case .text(_, let isPlain) = field.node.content else {
            return nil
        }
        do {
            return try LexiconPhrase(text)
        } catch {
            let place = field.node.place
            for mistake in error.mistakes {
                // In quotes the text begins a column later.
                let column = place.column + mistake.column - 1 + (isPlain ? 0 : 1)
                mistakes.add(
                    TextPlace(line: place.line, column: column), field.path, mistake.what, mistake.advice)
            }
            return nil
        }
    }
}
