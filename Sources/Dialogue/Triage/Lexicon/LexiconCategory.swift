/// What an entry of a lexicon stands for; the raw value is the section's name in the file.
package enum LexiconCategory: String, Hashable, Sendable, CaseIterable {
    // Which language it is.
    /// Words that show that a text is in this lexicon's language.
    case languageWords = "language_words"
    /// Words that show that it is in a language without a lexicon.
    case foreignWords = "foreign_words"

    // How the brand is addressed.
    case registerDu = "register_du"
    /// Formal at any place and in any spelling, such as a whole turn of phrase.
    case registerSie = "register_sie"
    /// Formal only with a capital letter inside a sentence.
    case registerSieCapital = "register_sie_capital"
    case registerIhr = "register_ihr"

    // How other words are to be taken.
    /// Turns the words after it (up to three) round.
    case negation
    /// Turns the words before it (up to three) round as well.
    case negationAfter = "negation_after"
    case intensifier
    case diminisher
    /// "But": what follows counts.
    case contrast
    /// Turns of phrase whose words do not mean what they say elsewhere ("no problem").
    case neutral
    /// Words that count as a number ("two"), and the placeholder `<number>` in phrases matches.
    case numberWords = "number_words"

    // What the author feels and wants.
    case negative
    case positive
    /// Says that something went wrong, with or without an angry word.
    case complaint
    /// Says that it went right again.
    case resolved
    /// How a question begins.
    case questionOpening = "question_opening"
    /// Begins questions that often blame ("why").
    case questionWhy = "question_why"
    /// Asks for something without a question mark.
    case request
    case praise
    case thanks
    case goodbye
    /// "All right": fits a closing, never makes one alone.
    case acknowledgement
    case greeting
    /// Words before the sentence proper ("well", "and").
    case filler

    // How soon.
    /// Words of harm; they count where something says that it is happening.
    case urgencySafety = "urgency_safety"
    /// Says that it is happening where the author is, or that somebody has to come.
    case atHand = "at_hand"
    /// Says that it is over, or told from elsewhere.
    case bygone
    case urgencyNow = "urgency_now"
    case urgencyStranded = "urgency_stranded"
    case urgencyDeadline = "urgency_deadline"

    // What a person must know first.
    case crisis
    case legal
    case press
    case privacyRequest = "privacy_request"
    case minor
    case discrimination
    case competitor
    case spam
    case threatToLeave = "threat_to_leave"

    /// Whether its hits yield to a longer hit over the same words.
    var yieldsToLonger: Bool {
        switch self {
        case .negative, .positive, .complaint, .resolved, .request, .praise, .thanks, .goodbye, .acknowledgement,
            .greeting, .neutral:
            true
        default: false
        }
    }

    /// The flag that its entries raise.
    var flag: TriageFlag? {
        switch self {
        case .crisis: .crisis
        case .legal: .legal
        case .press: .press
        case .privacyRequest: .privacyRequest
        case .minor: .minor
        case .discrimination: .discrimination
        case .competitor: .competitor
        case .spam: .spam
        case .threatToLeave: .threatToLeave
        default: nil
        }
    }

    /// The urgency that its entries speak for.
    var urgencyReason: UrgencyReason? {
        switch self {
        case .urgencySafety: .safety
        case .urgencyNow: .now
        case .urgencyStranded: .stranded
        case .urgencyDeadline: .deadline
        default: nil
        }
    }
}
