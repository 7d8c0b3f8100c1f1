import ServiceHours

/// How a wording counts once people have corrected what triage read in it.
///
/// A person's word on a label takes the place of what was read, and decides with it whether an answer is owed:
///
/// | said | needs an answer |
/// |---|---|
/// | `needs_answer` | as said, whatever else is said or read |
/// | `for_us` no | no |
/// | `for_us` yes where it was read as not for us | as its intent wants it; yes for abuse |
/// | `intent` complaint, question, follow_up, suggestion | yes, where it is for us |
/// | `intent` praise, closing, chat | no |
/// | `intent` abuse, or any other label | as read |
///
/// The first line that fits counts. Nothing follows from `needs_answer` for the other labels.
package struct CorrectedReading: Hashable, Sendable {
    /// What a person's word means for the claim to an answer.
    enum Need: Hashable, Sendable {
        /// It is owed one, whomever it speaks to.
        case owed
        /// What it is about wants one, if it speaks to the brand.
        case wanted
        /// It is owed none.
        case notOwed
    }

    /// What triage read.
    package let read: TriageSummary
    /// What holds of the wording, at most one for each label, in the order of ``CorrectableLabel``.
    package let corrections: [Correction]
    /// What counts.
    package private(set) var summary: TriageSummary
    /// nil where triage decides.
    private(set) var need: Need?

    /// - Parameter corrections: of one wording, at most one for each label; words that a label does not know change nothing.
    package init(_ read: TriageSummary, corrections: [Correction]) {
        self.read = read
        self.corrections = corrections
        summary = read
        for correction in corrections { apply(correction) }
        need = decidedNeed
        if let need { summary.needsAnswer = need != .notOwed }
    }

    /// Whether a reply that was drafted for what triage read would be written otherwise now, or not at all.
    package var changesReply: Bool {
        summary.language != read.language || summary.register != read.register || summary.intent != read.intent
            || summary.forUs != read.forUs || summary.needsAnswer != read.needsAnswer
    }

    /// Whether the targets of the matter may be others now.
    var changesTargets: Bool {
        summary.intent != read.intent || summary.urgency != read.urgency || summary.language != read.language
    }

    /// When the last word was said on which a clock can hang; nil for none.
    var clockSaidAt: Instant? {
        let labels: Set<CorrectableLabel> = [.forUs, .needsAnswer, .intent, .urgency, .language]
        return corrections.filter { labels.contains($0.label) }.map(\.at).max()
    }

    /// When the last word was said on which a reply hangs, if only to take back an earlier one; nil for none.
    var replySaidAt: Instant? {
        let labels: Set<CorrectableLabel> = [.forUs, .needsAnswer, .intent, .language, .register]
        return corrections.filter { labels.contains($0.label) }.map(\.at).max()
    }

    private mutating func apply(_ correction: Correction) {
        let word = correction.word
        switch correction.label {
        case .forUs: summary.forUs = word == "true"
        case .needsAnswer: summary.needsAnswer = word == "true"
        case .intent: summary.intent = Intent(rawValue: word) ?? summary.intent
        case .sentiment: summary.sentiment = Sentiment(rawValue: word) ?? summary.sentiment
        case .urgency:
            // Nobody is asked for the reason: that which was read, or that it is pressing now.
            let reason = word == "0" ? nil : read.urgency.reason ?? .now
            summary.urgency = Int(word).flatMap { Urgency(level: $0, reason: reason) } ?? summary.urgency
        case .language: summary.language = Language(rawValue: word) ?? summary.language
        case .register: summary.register = Register(rawValue: word) ?? summary.register
        case .emotion, .irony: break
        }
    }

    private var decidedNeed: Need? {
        if isSaid(.needsAnswer) { return summary.needsAnswer ? .owed : .notOwed }
        if isSaid(.forUs) {
            if !summary.forUs { return .notOwed }
            if !read.forUs { return summary.intent.wantsAnswer ?? true ? .owed : .notOwed }
        }
        guard isSaid(.intent), let isWanted = summary.intent.wantsAnswer else { return nil }
        if !isWanted { return .notOwed }
        return summary.forUs ? .wanted : nil
    }

    private func isSaid(_ label: CorrectableLabel) -> Bool { corrections.contains { $0.label == label } }
}

extension Intent {
    /// Whether who writes with it wants an answer; nil where the intent alone does not say.
    var wantsAnswer: Bool? {
        switch self {
        case .complaint, .question, .followUp, .suggestion: true
        case .praise, .closing, .chat: false
        case .abuse: nil
        }
    }
}
