/// How one revision of a post was read: every label with a confidence, and the places in the text that speak for it.
///
/// A label that is nil has not been looked for by this model ("not yet"); it says nothing about the post.
package struct Triage: Hashable, Sendable {
    /// Which language it is written in.
    package var language: Reading<Language>
    /// How it addresses the brand.
    package var register: Reading<Register>

    /// Whether the post is addressed to the brand or about its service.
    package var forUs: Reading<Bool>

    /// Whether the author is owed an answer; false sets a post aside and never closes anything.
    package var needsAnswer: Reading<Bool>
    /// What its author wants.
    package var intent: IntentReading
    /// Its tone.
    package var sentiment: Reading<Sentiment>
    /// What its author feels, and how strongly.
    package var emotion: EmotionReading?

    /// Only ever a hint to a person.
    package var ironySuspected: Reading<Bool>?

    /// The name of the figurative frame the author speaks in. Nil when not looked for; a reading of nil when there is none.
    package var frame: Reading<String?>?
    /// How soon a person should look; sorts and never hides.
    package var urgency: Reading<Urgency>

    /// The flags the post carries, in the order of ``TriageFlag``.
    package var flags: [FlagReading]

    /// The flags this model looks for in this language: only of these does absence from ``flags`` mean anything.
    package var flagsSought: TriageFlags
    /// What should not stand in public, and where it stands.
    package var personalData: [PersonalDatum]

    /// The separate points raised, each of which wants an answer; half-open ranges in Unicode scalars of the text.
    package var facets: [Range<Int>]?
    /// The particulars an answer can take up.
    package var details: [Detail]?

    /// The brand's own topic. Nil when not looked for; a reading of nil when none fits.
    package var topic: Reading<String?>?

    /// In the order of the text, a bounded number for each label.
    package var evidence: [Evidence]
    /// What read it.
    package var modelVersion: ModelVersion

    /// Puts a reading together; what is left out was not looked for.
    package init(
        language: Reading<Language>, register: Reading<Register>, forUs: Reading<Bool>, needsAnswer: Reading<Bool>,
        intent: IntentReading, sentiment: Reading<Sentiment>, emotion: EmotionReading? = nil,
        ironySuspected: Reading<Bool>? = nil, frame: Reading<String?>? = nil, urgency: Reading<Urgency>,
        flags: [FlagReading], flagsSought: TriageFlags, personalData: [PersonalDatum], facets: [Range<Int>]? = nil,
        details: [Detail]? = nil, topic: Reading<String?>? = nil, evidence: [Evidence], modelVersion: ModelVersion
    ) {
        self.language = language
        self.register = register
        self.forUs = forUs
        self.needsAnswer = needsAnswer
        self.intent = intent
        self.sentiment = sentiment
        self.emotion = emotion
        self.ironySuspected = ironySuspected
        self.frame = frame
        self.urgency = urgency
        self.flags = flags
        self.flagsSought = flagsSought
        self.personalData = personalData
        self.facets = facets
        self.details = details
        self.topic = topic
        self.evidence = evidence
        self.modelVersion = modelVersion
    }

    /// What is stored beside the post.
    package var summary: TriageSummary {
        TriageSummary(
            language: language.value, register: register.value, forUs: forUs.value, needsAnswer: needsAnswer.value,
            intent: intent.value, sentiment: sentiment.value, urgency: urgency.value,
            flags: flags.reduce(into: []) { $0.insert(TriageFlags($1.flag)) }, modelVersion: modelVersion)
    }
}
