/// What a matter is about as its opener goes on writing.
struct MatterSoFar {
    private let account: Account
    private let opener: Author
    private var intents: Set<Intent> = []
    private var urgency = 0
    private var language = Language.other

    init(account: Account, opener: Author) {
        self.account = account
        self.opener = opener
    }

    mutating func add(_ triage: TriageSummary) {
        intents.insert(triage.intent)
        urgency = max(urgency, triage.urgency.level)
        if triage.language != .other { language = triage.language }
    }

    var subject: TargetSubject {
        TargetSubject(
            account: account.name, platform: account.platform, person: opener,
            intent: Intent.leading(among: intents) ?? .chat, urgency: urgency, language: language)
    }
}

extension Intent {
    /// What a matter is about as a whole: one complaint among the opener's posts makes it one.
    static func leading(among seen: Set<Intent>) -> Intent? {
        [.abuse, .complaint, .question, .suggestion, .praise, .followUp, .chat, .closing].first { seen.contains($0) }
    }
}
