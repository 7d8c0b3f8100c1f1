/// What the conditions of targets look at: a matter as it stood when its customer wrote the post that a clock counts from.
package struct TargetSubject: Hashable, Sendable {
    package let account: String
    package let platform: String
    /// The customer.
    package let person: Author
    /// What the matter is about as a whole by then.
    package let intent: Intent
    /// The highest by then: 0, 1 or 2.
    package let urgency: Int
    /// The one the customer wrote last.
    package let language: Language

    package init(
        account: String, platform: String, person: Author, intent: Intent, urgency: Int, language: Language
    ) {
        self.account = account
        self.platform = platform
        self.person = person
        self.intent = intent
        self.urgency = urgency
        self.language = language
    }

    /// The same matter, taken for as urgent as can be.
    var asUrgent: TargetSubject {
        TargetSubject(
            account: account, platform: platform, person: person, intent: intent, urgency: 2, language: language)
    }
}
