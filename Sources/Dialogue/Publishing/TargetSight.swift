package import ServiceHours

/// What a look at the platform showed: of the post that is answered, and of what stands below it.
///
/// The same look serves before an attempt and after an unclear one.
package struct TargetSight: Hashable, Sendable {
    /// What became of the post that is answered.
    package enum Target: Hashable, Sendable {
        /// It stands, in this wording.
        case standing(ContentHash)
        case gone
    }

    /// nil where it could not be read.
    package let target: Target?
    /// Posts of our own account that reply to the target: all of them, if the look is complete.
    package let replies: [SeenReply]
    /// Whether every page was read, on every place where our reply would show.
    package let isComplete: Bool
    /// A pause the platform asked for.
    package let retryAfter: Seconds?

    package init(target: Target?, replies: [SeenReply], isComplete: Bool, retryAfter: Seconds? = nil) {
        self.target = target
        self.replies = replies
        self.isComplete = isComplete
        self.retryAfter = retryAfter
    }
}

/// A post that a look found.
package struct SeenReply: Hashable, Sendable {
    package let remoteID: String
    package let url: String?
    /// The platform's id of its author.
    package let author: String
    /// The id of the post it replies to.
    package let parent: String?
    /// When the platform says it was created.
    package let at: Instant
    /// Its words as plain text: markup, entities and shortened links resolved.
    package let text: String
    /// Whether another row of the outbox is bound to it.
    package let isBound: Bool

    package init(
        remoteID: String, url: String?, author: String, parent: String?, at: Instant, text: String, isBound: Bool
    ) {
        self.remoteID = remoteID
        self.url = url
        self.author = author
        self.parent = parent
        self.at = at
        self.text = text
        self.isBound = isBound
    }
}
