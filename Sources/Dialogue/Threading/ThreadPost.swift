package import ServiceHours

/// What a thread remembers of one of its posts: everything conversations are derived from, and no words.
package struct ThreadPost: Hashable, Sendable {
    package let remoteID: String
    package let parent: String?
    package let author: Author
    package let at: Instant
    package let nanoseconds: Int32
    package let standsOnPage: Bool
    package let mentions: [String]
    package let visibility: Visibility
    package let url: String?
    /// The current wording.
    package var hash: ContentHash
    package var editedAt: Instant?
    /// What triage read in the current wording.
    package var triage: TriageSummary
    /// When we first stored it.
    package let receivedAt: Instant
    /// When the post was deleted, or when we noticed; nil while it stands.
    package var deletedAt: Instant?
    /// Whether it is younger than the `live_since` of a source that delivered it: only such posts are due, drafted or announced.
    package var isLive: Bool

    package init(
        remoteID: String, parent: String?, author: Author, at: Instant, nanoseconds: Int32 = 0,
        standsOnPage: Bool = false, mentions: [String] = [], visibility: Visibility = .public, url: String? = nil,
        hash: ContentHash, editedAt: Instant? = nil, triage: TriageSummary, receivedAt: Instant,
        deletedAt: Instant? = nil, isLive: Bool
    ) {
        self.remoteID = remoteID
        self.parent = parent
        self.author = author
        self.at = at
        self.nanoseconds = nanoseconds
        self.standsOnPage = standsOnPage
        self.mentions = mentions
        self.visibility = visibility
        self.url = url
        self.hash = hash
        self.editedAt = editedAt
        self.triage = triage
        self.receivedAt = receivedAt
        self.deletedAt = deletedAt
        self.isLive = isLive
    }
}

extension ThreadPost {
    /// The order in which a thread is read: by platform time, then by id, so that every run reads it alike.
    package static func isRead(_ left: ThreadPost, before right: ThreadPost) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.nanoseconds != right.nanoseconds { return left.nanoseconds < right.nanoseconds }
        return left.remoteID < right.remoteID
    }
}
