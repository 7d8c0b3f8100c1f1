/// A label of a post that people can correct; the raw value is its name in every output and in the store.
package enum CorrectableLabel: String, CaseIterable, Hashable, Sendable {
    case forUs = "for_us"
    case needsAnswer = "needs_answer"
    case intent, sentiment, emotion, urgency
    case irony = "irony_suspected"
    case language, register

    /// The label that learns from it; nil where rules do the reading.
    package var learned: LearnedLabel? { LearnedLabel(rawValue: rawValue) }

    /// The label of a name as people write it: `needs-answer` and `irony` are understood.
    /// - Throws: `no-label` with the names there are.
    package init(named name: String) throws(DecisionRefusal) {
        let plain = String(decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
        guard let label = plain == "irony" ? .irony : Self(rawValue: plain) else {
            throw DecisionRefusal(
                "no-label", "there is no label '\(PlainLine.clean(name, limit: 40))'",
                "name one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self = label
    }

    /// What people say for it, in the order in which it is listed.
    package var choices: [String] { isBinary ? ["yes", "no"] : words }

    /// The word that is kept for what somebody said: that of labelled posts.
    /// - Throws: `no-word` with the ``choices``.
    package func word(for said: String) throws(DecisionRefusal) -> String {
        if words.contains(said) { return said }
        if isBinary, let index = choices.firstIndex(of: said) { return words[index] }
        throw DecisionRefusal(
            "no-word", "\(rawValue) cannot be '\(PlainLine.clean(said, limit: 40))'",
            "say one of \(choices.joined(separator: ", "))")
    }

    /// What people are shown for a word that was kept.
    package func shown(_ word: String) -> String {
        guard isBinary, let index = words.firstIndex(of: word) else { return word }
        return choices[index]
    }

    private var words: [String] {
        switch self {
        case .language: Language.allCases.map(\.rawValue)
        case .register: Register.allCases.map(\.rawValue)
        case .forUs, .needsAnswer, .intent, .sentiment, .emotion, .urgency, .irony: learned?.words ?? []
        }
    }

    private var isBinary: Bool { learned?.isBinary ?? false }
}
