package import ServiceHours

/// One line about a conversation, as lists and the queue show it: derived from its thread, stored only to be found by index.
package struct ConversationRecord: Hashable, Sendable {
    /// Short, stable, made from account and opening post.
    package let id: String
    package let account: String
    package let platform: String
    package let thread: ThreadKey
    package let opener: Author
    /// The id of the post that opened it.
    package let opening: String
    package let openedAt: Instant
    /// The platform time of its newest post, whoever wrote it; the time at which it took in another conversation, or at which somebody
    /// corrected how the customer was read, if that is later. What was drafted before does not know all that is there now.
    package let lastPostAt: Instant
    /// How many posts belong to it, brand and bystanders included.
    package let posts: Int
    package let intent: Intent
    package let language: Language
    package let register: Register
    /// 0, 1 or 2.
    package let urgency: Int
    package let flags: TriageFlags
    package let url: String?
    /// Whether every post that could owe an answer is older than its source's `live_since`: such a conversation is never due.
    package let isHistory: Bool
    /// Where it stands; cancelled here is one whose opener deleted every post of theirs.
    package let standing: ConversationStanding
    /// The clock that is running; nil when nothing is owed.
    package let wait: ResponseClock?
    /// The first-response clock, running or ended; nil when nothing in it needed an answer.
    package let firstResponse: ResponseClock?
    /// nil where no resolution is promised.
    package let resolution: ResolutionClock?
    /// The id of the conversation in which it goes on; nil while it stands for itself.
    package let mergedInto: String?

    /// Whether an answer is owed, or will be at the end of a pause; in history too.
    package var isOwed: Bool { standing.owedFrom != nil }
    /// Whether the opener deleted every post of theirs.
    package var isCancelled: Bool { standing.isCancelled }

    package init(
        id: String, account: String, platform: String, thread: ThreadKey, opener: Author, opening: String,
        openedAt: Instant, lastPostAt: Instant, posts: Int, intent: Intent, language: Language, register: Register,
        urgency: Int, flags: TriageFlags, url: String?, isHistory: Bool, standing: ConversationStanding,
        wait: ResponseClock?, firstResponse: ResponseClock?, resolution: ResolutionClock? = nil,
        mergedInto: String? = nil
    ) {
        self.id = id
        self.account = account
        self.platform = platform
        self.thread = thread
        self.opener = opener
        self.opening = opening
        self.openedAt = openedAt
        self.lastPostAt = lastPostAt
        self.posts = posts
        self.intent = intent
        self.language = language
        self.register = register
        self.urgency = urgency
        self.flags = flags
        self.url = url
        self.isHistory = isHistory
        self.standing = standing
        self.wait = wait
        self.firstResponse = firstResponse
        self.resolution = resolution
        self.mergedInto = mergedInto
    }
}
