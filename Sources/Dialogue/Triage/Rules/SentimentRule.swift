/// The tone of a post, from its words of praise and blame and the mishaps it tells.
struct SentimentRule {
    let reading: Reading<Sentiment>

    private static let mishap = 0.8
    private static let compliment = 0.8
    private static let gratitude = 0.5
    /// Beside a mishap kind words are often meant otherwise ("great, late again").
    private static let besideMishap = 0.3
    private static let lead = 0.35

    init(_ tally: WordTally) {
        let bad = tally.negative + tally.complaint * Self.mishap
        let kind =
            tally.positive + tally.praise * Self.compliment + tally.resolved * Self.gratitude
            + min(tally.thanks, 1) * Self.gratitude
        let good = tally.complaint >= 1 ? kind * Self.besideMishap : kind
        let difference = good - bad
        let certainty = abs(difference) / (good + bad + 0.8)
        if difference >= Self.lead {
            reading = Reading(.positive, confidence: 0.4 + certainty * 0.6)
        } else if difference <= -Self.lead {
            reading = Reading(.negative, confidence: 0.4 + certainty * 0.6)
        } else {
            reading = Reading(.neutral, confidence: good + bad < 0.1 ? 0.6 : 0.4)
        }
    }
}
