/// The labels of a post without confidences and evidence: small enough to store beside every post, and all that
/// conversations are derived from.
package struct TriageSummary: Hashable, Sendable {
    /// ``Triage/language``.
    package var language: Language
    /// ``Triage/register``.
    package var register: Register
    /// ``Triage/forUs``.
    package var forUs: Bool
    /// ``Triage/needsAnswer``.
    package var needsAnswer: Bool
    /// ``Triage/intent``.
    package var intent: Intent
    /// ``Triage/sentiment``.
    package var sentiment: Sentiment
    /// ``Triage/urgency``.
    package var urgency: Urgency
    /// ``Triage/flags``.
    package var flags: TriageFlags
    /// ``Triage/modelVersion``.
    package var modelVersion: ModelVersion

    /// Puts a summary together.
    package init(
        language: Language, register: Register, forUs: Bool, needsAnswer: Bool, intent: Intent, sentiment: Sentiment,
        urgency: Urgency, flags: TriageFlags, modelVersion: ModelVersion
    ) {
        self.language = language
        self.register = register
        self.forUs = forUs
        self.needsAnswer = needsAnswer
        self.intent = intent
        self.sentiment = sentiment
        self.urgency = urgency
        self.flags = flags
        self.modelVersion = modelVersion
    }
}
