/// Why a place in a text is evidence: an entry of a lexicon, a rule, or what was learned.
package enum EvidenceReason: Hashable, Sendable {
    case lexicon(LexiconCategory)
    case rule(TriageRule)
    /// Posts with these words had the label more often than others.
    case learned

    /// `lexicon.CATEGORY`, `rule.NAME` or `learned`, fixed and free of values.
    package var id: String {
        switch self {
        case .lexicon(let category): "lexicon.\(category.rawValue)"
        case .rule(let rule): "rule.\(rule.rawValue)"
        case .learned: "learned"
        }
    }
}
