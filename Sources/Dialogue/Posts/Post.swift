package import ServiceHours

/// One utterance as a source delivered it: a post, comment, mention or review.
package struct Post: Hashable, Sendable {
    package let key: PostKey
    /// The id, on the same network, of the post this one replies to; nil for a post that starts a thread.
    package let parent: String?
    package let author: Author
    /// When the public could first see it: the platform's time. Clocks start here.
    package let at: Instant
    /// Nanoseconds (0..<1_000_000_000) past `at`, where the platform tells them: they order posts of one second, nothing else.
    package let nanoseconds: Int32
    /// Plain text, with the platform's markup resolved.
    package let text: String
    /// Whether it stands on the brand's own page (a wall post, a review) and so addresses the brand without naming it.
    package let standsOnPage: Bool
    /// Whom it names, in the form of ``Mention/normalised(_:)``.
    package let mentions: [String]
    package let url: String?
    /// The language the platform claims, a BCP 47 tag: a hint.
    package let language: String?
    package let visibility: Visibility
    /// When this wording replaced an earlier one; nil for the first wording, or where the platform does not tell.
    package let editedAt: Instant?

    package init(
        key: PostKey, parent: String?, author: Author, at: Instant, nanoseconds: Int32 = 0, text: String,
        standsOnPage: Bool = false, mentions: [String] = [], url: String? = nil, language: String? = nil,
        visibility: Visibility = .public, editedAt: Instant? = nil
    ) {
        self.key = key
        // A post that claims to reply to itself replies to nothing.
        self.parent = parent == key.remoteID ? nil : parent
        self.author = author
        self.at = at
        self.nanoseconds = nanoseconds
        self.text = text
        self.standsOnPage = standsOnPage
        self.mentions = mentions
        self.url = url
        self.language = language
        self.visibility = visibility
        self.editedAt = editedAt
    }
}
