/// A thread as it is stored: its posts, and the version a writer must have seen to change it.
package struct ThreadFacts: Hashable, Sendable {
    package let key: ThreadKey
    /// 0 for a thread that is not stored yet; each stored change adds one.
    package let version: Int64
    /// In no particular order.
    package let posts: [ThreadPost]
    /// What people decided about its conversations, in the order in which they did.
    package let decisions: [ConversationDecision]
    /// What people said of its posts where triage read them wrong, in the order in which they did. The posts hold what was read.
    package let corrections: [Correction]

    package init(
        key: ThreadKey, version: Int64, posts: [ThreadPost], decisions: [ConversationDecision] = [],
        corrections: [Correction] = []
    ) {
        self.key = key
        self.version = version
        self.posts = posts
        self.decisions = decisions
        self.corrections = corrections
    }

    /// The thread with what people said just now behind all they said before.
    package func adding(_ decisions: [ConversationDecision], _ corrections: [Correction]) -> ThreadFacts {
        ThreadFacts(
            key: key, version: version, posts: posts, decisions: self.decisions + decisions,
            corrections: self.corrections + corrections)
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
