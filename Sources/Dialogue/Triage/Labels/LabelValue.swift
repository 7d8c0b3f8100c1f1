/// A label together with the value it is about: "intent complaint".
package enum LabelValue: Hashable, Sendable {
    case language(Language)
    case register(Register)
    case forUs(Bool)
    case needsAnswer(Bool)
    case intent(Intent)
    case sentiment(Sentiment)
    case emotion(Emotion)
    case irony
    case frame
    case urgency(UrgencyReason)
    case flag(TriageFlag)
    case facet
    case detail(Detail.Kind)
    case topic

    /// The label's name in output.
    package var label: String {
        switch self {
        case .language: "language"
        case .register: "register"
        case .forUs: "for_us"
        case .needsAnswer: "needs_answer"
        case .intent: "intent"
        case .sentiment: "sentiment"
        case .emotion: "emotion"
        case .irony: "irony_suspected"
        case .frame: "frame"
        case .urgency: "urgency"
        case .flag: "flags"
        case .facet: "facets"
        case .detail: "details"
        case .topic: "topic"
        }
    }

    /// The value's word in output; nil for a label whose value is the text itself.
    package var value: String? {
        switch self {
        case .language(let language): language.rawValue
        case .register(let register): register.rawValue
        case .forUs(let isTrue), .needsAnswer(let isTrue): isTrue ? "true" : "false"
        case .intent(let intent): intent.rawValue
        case .sentiment(let sentiment): sentiment.rawValue
        case .emotion(let emotion): emotion.rawValue
        case .urgency(let reason): reason.rawValue
        case .flag(let flag): flag.rawValue
        case .detail(let kind): kind.rawValue
        case .irony: "true"
        case .frame, .facet, .topic: nil
        }
    }
}
