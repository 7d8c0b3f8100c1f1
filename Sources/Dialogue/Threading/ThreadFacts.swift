/// A thread as it is stored: its posts, and the version a writer must have seen to change it.
package struct ThreadFacts: Hashable, Sendable {
    package let key: ThreadKey
    /// 0 for a thread that is not stored yet; each stored change adds one.
    package let version: Int64
    /// In no particular order.
    package let posts: [ThreadPost]

    package init(key: ThreadKey, version: Int64, posts: [ThreadPost]) {
        self.key = key
        self.version = version
        self.posts = posts
    }
}
