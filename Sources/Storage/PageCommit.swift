package import Dialogue
package import ServiceHours

/// Everything one page of a source changes: committed whole, together with the cursor that says it has been read.
package struct PageCommit: Sendable {
    /// The source that delivered it and its cursor; nil for an import that keeps none.
    package var cursor: CursorMove?
    /// Accounts an import found.
    package var accounts: [Account] = []
    package var threads: [ThreadCommit] = []
    package var quarantined: [NewQuarantine] = []
    /// Quarantined records that this page replaces.
    package var released: Set<Int64> = []

    package init() {}

    package var isEmpty: Bool {
        cursor == nil && accounts.isEmpty && threads.isEmpty && quarantined.isEmpty && released.isEmpty
    }
}

/// A source's cursor before and after a page.
package struct CursorMove: Hashable, Sendable {
    package let source: String
    /// What the caller read; the commit is superseded when the stored one differs.
    package let from: String?
    package let to: String

    package init(source: String, from: String?, to: String) {
        self.source = source
        self.from = from
        self.to = to
    }
}

/// What a page changes in one thread, and the conversations that follow from it.
package struct ThreadCommit: Sendable {
    package let key: ThreadKey
    /// The stored threads that become part of this one, each with the version the caller saw; the thread itself is among them when it is
    /// stored already. Their posts and conversations move or are replaced. Version 0 says that a thread is not stored.
    package let replaces: [ThreadKey: Int64]
    /// New posts, and new wordings of known ones, with their words; several of one post count in this order.
    package let posts: [PostWrite]
    /// Marks on posts whose words stay: deletion, liveness, triage. The full new state of each, set after ``posts``; its hash is passed
    /// over, and so is a mark on a post that is not known.
    package let marks: [ThreadPost]
    /// Every conversation of the thread, replacing those stored for it (and for all it replaces).
    package let conversations: [ConversationRecord]
    /// What people decided about its conversations just now; added to what they decided before.
    package let decisions: [ConversationDecision]
    /// What people said of its posts just now where triage read them wrong, each of the wording that is current when ``posts`` are written;
    /// added to what they said before.
    package let corrections: [Correction]

    package init(
        key: ThreadKey, replaces: [ThreadKey: Int64], posts: [PostWrite], marks: [ThreadPost],
        conversations: [ConversationRecord], decisions: [ConversationDecision] = [], corrections: [Correction] = []
    ) {
        self.key = key
        self.replaces = replaces
        self.posts = posts
        self.marks = marks
        self.conversations = conversations
        self.decisions = decisions
        self.corrections = corrections
    }
}

/// A post with its words, new or in a new wording.
package struct PostWrite: Hashable, Sendable {
    package let post: ThreadPost
    package let text: String
    /// The platform's language hint.
    package let language: String?
    /// Whether `text` is the current wording. An older wording that arrives late is kept beside it and changes nothing else; `post` then
    /// holds that wording's hash, time and triage.
    package let isCurrent: Bool

    package init(post: ThreadPost, text: String, language: String?, isCurrent: Bool) {
        self.post = post
        self.text = text
        self.language = language
        self.isCurrent = isCurrent
    }
}

/// A record that could not be read, to be kept as it came.
package struct NewQuarantine: Hashable, Sendable {
    package let source: String
    /// File, line or record: where it stood.
    package let place: String
    /// The fixed word for what is wrong.
    package let code: String
    /// What is wrong and what to do, for people.
    package let reason: String
    package let raw: [UInt8]
    package let at: Instant

    package init(source: String, place: String, code: String, reason: String, raw: [UInt8], at: Instant) {
        self.source = source
        self.place = place
        self.code = code
        self.reason = reason
        self.raw = raw
        self.at = at
    }
}

/// Whether a commit took place.
package enum CommitOutcome: Hashable, Sendable {
    case committed
    /// Somebody else changed what the caller had read; nothing was written. Read again and decide anew.
    case superseded
}
