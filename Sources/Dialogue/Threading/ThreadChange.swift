/// A thread after a page of arrivals, and what of it has to be written.
package struct ThreadChange: Hashable, Sendable {
    package let key: ThreadKey
    /// The stored threads it stands for, with their versions: itself if stored, and those that a late parent joined to it.
    package let replaces: [ThreadKey: Int64]
    /// All of its posts, in no particular order.
    package let posts: [ThreadPost]
    /// New posts and new wordings.
    package let writes: [NewWording]
    /// Known posts of which something but the words changed.
    package let marks: [ThreadPost]

    /// A wording that is new to the store.
    package struct NewWording: Hashable, Sendable {
        package let post: ThreadPost
        package let text: String
        package let language: String?
        /// false for an older wording that arrived late.
        package let isCurrent: Bool
    }
}

/// How many reports of a page were what.
package struct IntakeCounts: Hashable, Sendable {
    package var new = 0
    package var duplicate = 0
    package var edited = 0
    package var deleted = 0

    package init() {}

    package static func += (left: inout IntakeCounts, right: IntakeCounts) {
        left.new += right.new
        left.duplicate += right.duplicate
        left.edited += right.edited
        left.deleted += right.deleted
    }
}
