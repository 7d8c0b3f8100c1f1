/// A thread as it is stored: its posts, and the version a writer must have seen to change it.
package struct ThreadFacts: Hashable, Sendable {
    package let key: ThreadKey
    /// 0 for a thread that is not stored yet; each stored change adds one.
    package let version: Int64
    /// In no particular order.
    package let posts: [ThreadPost]
    /// What people decided about its conversations, in the order in which they did.
    package let decisions: [ConversationDecision]

    package init(
        key: ThreadKey, version: Int64, posts: [ThreadPost], decisions: [ConversationDecision] = []
    ) {
        self.key = key
        self.version = version
        self.posts = posts
        self.decisions = decisions
    }

    /// The posts by which decisions lead from here to conversations in other threads.
    package var links: Set<PostKey> {
        Set(
            decisions.compactMap { decision in
                switch decision.kind {
                case .mergedInto(let post), .absorbs(let post): PostKey(network: key.network, remoteID: post)
                default: nil
                }
            })
    }
}
