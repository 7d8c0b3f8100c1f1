/// Why a place in a text is evidence: an entry of a lexicon, or a rule.
package enum EvidenceReason: Hashable, Sendable {
    case lexicon(LexiconCategory)
    case rule(TriageRule)

    /// `lexicon.CATEGORY` or `rule.NAME`, fixed and free of values.
    package var id: String {
        switch self {
        case .lexicon(let category): "lexicon.\(category.rawValue)"
        case .rule(let rule): "rule.\(rule.rawValue)"
        }
    }
}
