/// What the author wants: complaint, question, praise, closing, follow-up or none of them.
///
/// Suggestions and abuse are not looked for and stay without a probability.
struct IntentRule {
    let reading: IntentReading

    private static let blame = 0.7
    private static let kindness = 0.6
    private static let chat = 0.5
    private static let followUp = 0.8
    /// A closing is short.
    private static let mostWordsOfClosing = 25
    /// Bare thanks this long say what for.
    private static let leastWordsOfPraise = 9
    private static let doubt = 0.04

    init(_ tally: WordTally, wordCount: Int, context: TriageContext) {
        var complaint = tally.complaint + tally.negative * Self.blame
        var question = min(tally.question + tally.request, 2)
        var praise = tally.praise + tally.positive * Self.kindness
        var closing = tally.thanks + tally.goodbye + tally.resolved
        if closing > 0 || wordCount <= 3 { closing += tally.acknowledgement * 0.5 }

        if tally.blamesByQuestion, complaint >= 0.5 { question *= 0.35 }
        if complaint >= 1 {
            // "Why has it not come?" complains; so does "great service, but", and "great, late again".
            if !tally.blamesByQuestion { question *= complaint >= 2 ? 0.35 : 0.6 }
            praise *= tally.hasContrast || tally.complaint >= 1 ? 0.4 : 0.7
        }
        if tally.complaint < 1, tally.resolved > 0 { complaint *= 0.4 }
        if tally.thanks > 0, praise > 0.5 { praise += 0.4 }
        if tally.thanks > 0, tally.goodbye == 0, wordCount >= Self.leastWordsOfPraise { praise += 0.6 }

        if question > 0.5 { closing *= 0.2 }
        if complaint >= 0.7 { closing *= 0.3 }
        if wordCount > Self.mostWordsOfClosing { closing *= 0.4 }
        if praise >= 1, tally.goodbye == 0 { closing *= 0.5 }
        if context.authorHasConversation { closing *= 1.3 }

        let strongest = max(complaint, question, praise, closing)
        var scores: [(intent: Intent, score: Double)] = [
            (.complaint, complaint + Self.doubt), (.question, question + Self.doubt), (.praise, praise + Self.doubt),
            (.closing, closing + Self.doubt),
        ]
        let fitsNothing = strongest < Self.chat
        scores.append(
            (.followUp, context.authorHasConversation && fitsNothing ? Self.followUp : Self.doubt))
        scores.append((.chat, Self.chat))
        reading = IntentReading(IntentProbabilities(scores: scores))
    }
}
