extension Triage {
    /// The reading with what was learned in the place of what rules say of the same labels.
    ///
    /// Who addresses the brand by its name is for us, whatever the words look like; a missed customer is worse than a missed label.
    /// - Parameter reason: what rules find the likeliest reason to be urgent.
    func taught(by opinion: ModelOpinion, reason: UrgencyReason?, context: TriageContext) -> Triage {
        var triage = self
        let isNamed = context.knowsHandles && forUs.value
        if !isNamed, let learned = opinion.isTrue(.forUs) { triage.forUs = learned }
        // A picture in a post about something else is nobody's to answer in.
        if !triage.forUs.value, frame?.value != nil {
            triage.frame = Reading(nil, confidence: triage.forUs.confidence)
            triage.evidence.removeAll { $0.label == .frame }
        }
        if let shares = opinion.shares(of: .intent) {
            triage.intent = IntentReading(
                IntentProbabilities(scores: zip(Intent.allCases, shares).map { (intent: $0, score: $1) }))
        }
        if let learned = opinion.isTrue(.needsAnswer) {
            triage.needsAnswer = isFarewell(triage.intent.value) ? needsAnswer : learned
        }
        if !triage.forUs.value, context.knowsHandles {
            triage.needsAnswer = Reading(false, confidence: triage.forUs.confidence)
        }
        if let sentiment = opinion.likeliest(.sentiment) {
            triage.sentiment = Reading(Sentiment(rawValue: sentiment.word) ?? .neutral, confidence: sentiment.share)
        }
        triage.emotion = emotion(by: opinion)
        triage.ironySuspected = opinion.isTrue(.irony)
        triage.urgency = urgency(by: opinion, reason: reason)
        return triage
    }

    /// Whether rules read nothing but thanks or goodbye and the model finds no matter in it either: a last word is owed none.
    private func isFarewell(_ learned: Intent) -> Bool {
        guard intent.value == .closing, !needsAnswer.value else { return false }
        return switch learned {
        case .closing, .praise, .chat: true
        case .complaint, .question, .suggestion, .followUp, .abuse: false
        }
    }

    /// How strong it is goes by how unlikely it is that there is none.
    private func emotion(by opinion: ModelOpinion) -> EmotionReading? {
        guard let likeliest = opinion.likeliest(.emotion), let shares = opinion.shares(of: .emotion) else { return nil }
        let value = Emotion(rawValue: likeliest.word) ?? .neutral
        let calm = zip(Emotion.allCases, shares).first { $0.0 == .neutral }?.1 ?? 0
        return EmotionReading(Reading(value, confidence: likeliest.share), strength: value == .neutral ? 0 : 1 - calm)
    }

    /// How soon says the model, why say the rules; it only sorts. That somebody may come to harm the model never makes less of, and
    /// what the rules find most urgent it makes less of by one level at most.
    private func urgency(by opinion: ModelOpinion, reason: UrgencyReason?) -> Reading<Urgency> {
        guard let learned = opinion.likeliest(.urgency), var level = Int(learned.word) else { return urgency }
        if urgency.value.reason == .safety { level = max(level, urgency.value.level) }
        level = max(level, urgency.value.level - 1)
        guard level != urgency.value.level,
            let changed = Urgency(level: level, reason: level == 0 ? nil : urgency.value.reason ?? reason ?? .now)
        else { return urgency }
        return Reading(changed, confidence: learned.share)
    }
}

extension Triage {
    /// What was read for a learned label, in the words of labelled posts.
    package func word(of label: LearnedLabel) -> String {
        switch label {
        case .forUs: forUs.value ? "true" : "false"
        case .needsAnswer: needsAnswer.value ? "true" : "false"
        case .intent: intent.value.rawValue
        case .sentiment: sentiment.value.rawValue
        case .emotion: (emotion?.emotion.value ?? .neutral).rawValue
        case .urgency: String(urgency.value.level)
        case .irony: ironySuspected?.value == true ? "true" : "false"
        }
    }
}
