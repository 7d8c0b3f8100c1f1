extension TriageSummary {
    /// The word for what was read of a label; nil for one that is not kept beside the post.
    package func word(of label: CorrectableLabel) -> String? {
        switch label {
        case .forUs: forUs ? "true" : "false"
        case .needsAnswer: needsAnswer ? "true" : "false"
        case .intent: intent.rawValue
        case .sentiment: sentiment.rawValue
        case .urgency: String(urgency.level)
        case .language: language.rawValue
        case .register: register.rawValue
        case .emotion, .irony: nil
        }
    }
}

extension Triage {
    /// The word for what was read of a label, and how sure that is; nil for one that was not looked for.
    package func reading(of label: CorrectableLabel) -> Reading<String>? {
        switch label {
        case .forUs: Reading(forUs.value ? "true" : "false", confidence: forUs.confidence)
        case .needsAnswer: Reading(needsAnswer.value ? "true" : "false", confidence: needsAnswer.confidence)
        case .intent: Reading(intent.value.rawValue, confidence: intent.confidence)
        case .sentiment: Reading(sentiment.value.rawValue, confidence: sentiment.confidence)
        case .emotion: emotion.map { Reading($0.emotion.value.rawValue, confidence: $0.emotion.confidence) }
        case .urgency: Reading(String(urgency.value.level), confidence: urgency.confidence)
        case .irony: ironySuspected.map { Reading($0.value ? "true" : "false", confidence: $0.confidence) }
        case .language: Reading(language.value.rawValue, confidence: language.confidence)
        case .register: Reading(register.value.rawValue, confidence: register.confidence)
        }
    }
}
