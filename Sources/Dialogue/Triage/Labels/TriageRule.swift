/// A rule of triage that is not an entry of a lexicon.
package enum TriageRule: String, Hashable, Sendable, CaseIterable {
    /// A sentence ends with a question mark.
    case questionMark = "question_mark"
    /// A pronoun that is a formal address only with a capital inside a sentence.
    case capitalPronoun = "capital_pronoun"
    /// Digits with a right IBAN check sum.
    case iban
    case phone
    case email
    case longNumber = "long_number"
    /// The brand's own handle.
    case ownHandle = "own_handle"
    /// The post begins by turning to somebody else.
    case otherHandle = "other_handle"
    /// A keyword of a brand's topic.
    case keyword
    /// Most letters are of a script that neither language is written in.
    case script
}

extension PersonalDatum.Kind {
    var rule: TriageRule {
        switch self {
        case .iban: .iban
        case .phone: .phone
        case .email: .email
        case .number: .longNumber
        }
    }
}
