/// For which matters a target is meant: every list that is not empty has to name what the matter is.
package struct TargetCondition: Hashable, Sendable, Codable {
    package let accounts: [String]
    package let platforms: [String]
    package let intents: [Intent]
    /// The least urgency, 1 or 2; nil for any.
    package let urgency: Int?
    package let languages: [Language]
    /// Ids or handles of customers.
    package let persons: [String]

    package init(
        accounts: [String] = [], platforms: [String] = [], intents: [Intent] = [], urgency: Int? = nil,
        languages: [Language] = [], persons: [String] = []
    ) {
        self.accounts = accounts
        self.platforms = platforms
        self.intents = intents
        self.urgency = urgency
        self.languages = languages
        self.persons = persons
    }

    /// Whether the target is meant for the matter.
    package func fits(_ subject: TargetSubject) -> Bool {
        (accounts.isEmpty || accounts.contains(subject.account))
            && (platforms.isEmpty || platforms.contains(subject.platform))
            && (intents.isEmpty || intents.contains(subject.intent))
            && (urgency.map { subject.urgency >= $0 } ?? true)
            && (languages.isEmpty || languages.contains(subject.language))
            && (persons.isEmpty || persons.contains { subject.person.isMeant(by: Mention.normalised($0)) })
    }
}

extension Intent: Codable {}
extension Language: Codable {}
