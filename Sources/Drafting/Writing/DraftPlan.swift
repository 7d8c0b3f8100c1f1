import Dialogue

/// What kind of reply a request calls for, decided from its labels alone.
struct DraftPlan: Hashable, Sendable {
    let occasion: Occasion
    let language: Language
    let isLanguageOfPost: Bool
    let register: ReplyRegister
    let isRegisterOfCustomer: Bool
    /// Set when no draft is due.
    let noAnswer: NoAnswer.Reason?

    /// The order in which several posts decide what the reply is about: what is most in need of an answer first.
    private static let precedence: [Intent] = [
        .abuse, .complaint, .question, .followUp, .suggestion, .praise, .chat, .closing,
    ]

    init(_ request: DraftRequest) {
        let labels = request.posts.map(\.labels)
        let intents = Set(labels.map(\.intent))
        let intent = Self.precedence.first { intents.contains($0) } ?? .chat
        let language = labels.last { $0.language != .other }?.language
        let register = labels.last { $0.register != .none }?.register ?? .none
        occasion = Occasion(intent)
        self.language = language ?? request.voice.language
        isLanguageOfPost = language != nil
        self.register = request.voice.register(for: register)
        isRegisterOfCustomer = register == .du || register == .sie
        noAnswer = Self.reason(
            flags: labels.reduce(into: []) { $0.formUnion($1.flags) }, intent: intent,
            needsAnswer: labels.contains(where: \.needsAnswer))
    }

    private static func reason(flags: TriageFlags, intent: Intent, needsAnswer: Bool) -> NoAnswer.Reason? {
        for (flag, reason) in NoAnswer.Reason.ofFlags where flags.contains(TriageFlags(flag)) { return reason }
        switch intent {
        case .abuse: return .abuse
        case .closing: return .closing
        case .complaint, .question, .praise: return nil
        case .suggestion, .followUp, .chat: return needsAnswer ? nil : .nothingAsked
        }
    }
}

extension Occasion {
    /// The occasion that an intent makes.
    init(_ intent: Intent) {
        switch intent {
        case .complaint, .abuse: self = .complaint
        case .question: self = .question
        case .praise: self = .praise
        case .closing: self = .closing
        case .followUp: self = .followUp
        case .suggestion, .chat: self = .remark
        }
    }
}
