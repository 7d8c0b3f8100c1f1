/// Whether the author is owed an answer.
///
/// A closing is not, praise only if it asks or blames as well, and neither is what is not for us. Of what remains
/// unclear a person decides: it counts as owed, unless it is made of nothing but greetings and emoji.
struct NeedsAnswerRule {
    let reading: Reading<Bool>

    init(_ tally: WordTally, text: TokenizedText, intent: IntentReading, forUs: Reading<Bool>) {
        guard forUs.value else {
            reading = Reading(false, confidence: forUs.confidence)
            return
        }
        switch intent.value {
        case .complaint, .question, .suggestion, .abuse:
            reading = Reading(true, confidence: 0.6 + intent.confidence * 0.35)
        case .closing:
            reading = Reading(false, confidence: 0.5 + intent.confidence * 0.45)
        case .praise:
            let isMore =
                tally.question + tally.request >= 0.6 || (tally.hasContrast && tally.complaint + tally.negative >= 0.5)
            reading = Reading(isMore, confidence: isMore ? 0.6 : 0.5 + intent.confidence * 0.4)
        case .followUp:
            reading = Reading(true, confidence: 0.6)
        case .chat:
            let words = text.tokens.count { $0.kind == .word || $0.kind == .number }
            let saysNothing = words <= Int(tally.greeting + tally.acknowledgement + tally.positive)
            reading = Reading(!saysNothing, confidence: saysNothing ? 0.7 : 0.5)
        }
    }
}
