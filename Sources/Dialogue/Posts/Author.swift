/// Who wrote a post, as far as the platform says so.
///
/// Nothing is filled in: an author without a name has none, and no draft will greet one.
package struct Author: Hashable, Sendable {
    /// The platform's id of the author, stable when handles change.
    package let id: String
    /// What people type to address the author, without a leading `@`.
    package let handle: String?
    /// The display name.
    package let name: String?

    package init(id: String, handle: String? = nil, name: String? = nil) {
        self.id = id
        self.handle = handle
        self.name = name
    }

    /// Whether `mention`, as ``Mention/normalised(_:)`` gives it, means this author.
    package func isMeant(by mention: String) -> Bool {
        if Mention.normalised(id) == mention { return true }
        guard let handle else { return false }
        return Mention.normalised(handle) == mention
    }
}
