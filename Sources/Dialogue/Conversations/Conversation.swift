import ServiceHours

/// One person's matter with one brand inside a public thread: who speaks in it and what is owed.
///
/// It is never stored as such: ``ConversationReader`` makes it from the posts of its thread whenever somebody asks.
package struct Conversation: Hashable, Sendable {
    /// A post of the conversation, and what its author is in it.
    package struct Member: Hashable, Sendable {
        package let post: ThreadPost
        package let role: Role
        /// Whether an answer to this post is owed, or was, and why (not).
        package let claim: AnswerClaim
        /// What people corrected of how `post` was read, which counts in it already; nil where nobody did.
        package let corrected: CorrectedReading?
    }

    package let id: String
    package let account: Account
    package let thread: ThreadKey
    package let opener: Author
    /// The opener's first post in it.
    package let opening: ThreadPost
    /// Why it is a conversation with this account.
    package let reason: OpeningReason
    /// Its posts in the order of the platform's time.
    package let members: [Member]
    /// Every response clock that ran or runs, oldest first.
    package let clocks: [ResponseClock]
    /// nil where no resolution is promised.
    package let resolution: ResolutionClock?
    package let standing: ConversationStanding
    /// What people decided about it, and about those that were merged into it.
    package let decisions: [ConversationDecision]
    /// The id of the conversation in which it goes on; nil while it stands for itself.
    package let mergedInto: String?
}

/// Why a post opened a conversation with the brand.
package enum OpeningReason: String, Hashable, Sendable {
    /// It stands on the brand's page or names the brand.
    case mentionsBrand = "mentions_brand"
    /// It replies to one of the brand's posts.
    case repliesToBrand = "replies_to_brand"
    /// The brand itself took it up by answering.
    case answeredByBrand = "answered_by_brand"
    /// It speaks of harm in a thread that the brand has a part in: nobody may pass by.
    case crisis
    /// The thread has no brand, and the account takes such threads.
    case unassigned
}

/// Whether a post claims an answer from the brand, and why (not).
package enum AnswerClaim: String, Hashable, Sendable {
    /// Triage says that it needs one.
    case needed
    /// It goes on with a matter that the brand is part of, and says no goodbye.
    case followUp = "follow_up"
    /// The brand answered it, so it was worth an answer.
    case takenUp = "taken_up"
    /// It speaks to somebody else.
    case speaksToOthers = "speaks_to_others"
    /// It thanks or says goodbye.
    case closing
    /// It praises and asks nothing.
    case praise
    /// Triage sets it aside: talk that needs no answer.
    case setAside = "set_aside"
    /// Spam.
    case spam
    /// It is not the opener's.
    case notTheOpeners = "not_the_openers"

    /// Whether the post starts or prolongs a wait.
    package var isOwed: Bool {
        switch self {
        case .needed, .followUp, .takenUp: true
        case .speaksToOthers, .closing, .praise, .setAside, .spam, .notTheOpeners: false
        }
    }
}
