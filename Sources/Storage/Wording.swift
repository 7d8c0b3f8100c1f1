package import Dialogue
package import ServiceHours

/// One wording of a post.
package struct Wording: Hashable, Sendable {
    package let text: String
    /// The platform's language hint.
    package let language: String?
    package let hash: ContentHash
    /// When it replaced the one before; nil for the first.
    package let editedAt: Instant?
    package let isCurrent: Bool

    package init(text: String, language: String?, hash: ContentHash, editedAt: Instant?, isCurrent: Bool) {
        self.text = text
        self.language = language
        self.hash = hash
        self.editedAt = editedAt
        self.isCurrent = isCurrent
    }
}
