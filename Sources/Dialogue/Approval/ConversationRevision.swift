/// What the two sides of a conversation have said, as far as a reply depends on it: the target, the opener's posts and the brand's, each
/// in its wording and whether it still stands. A bystander's remark changes nothing.
package struct ConversationRevision: Hashable, Sendable {
    /// 64 hex digits.
    package let hex: String

    /// Takes a stored one.
    package init(hex: String) {
        self.hex = hex
    }

    /// - Parameter target: the id of the post that is replied to, whoever wrote it.
    package init(of conversation: Conversation, answering target: String) {
        var digest = PartsDigest("conversation-revision/1")
        digest.add(conversation.id)
        digest.add(target)
        // By id: when a platform corrects a time, nothing that was said has changed.
        let counted = conversation.members
            .filter { $0.role == .opener || $0.role == .brand || $0.post.remoteID == target }
            .map(\.post)
            .sorted { $0.remoteID < $1.remoteID }
        for post in counted {
            digest.add(post.remoteID)
            digest.add(Int64(bitPattern: post.hash.high))
            digest.add(Int64(bitPattern: post.hash.low))
            digest.add(post.deletedAt == nil ? 0 : 1)
        }
        hex = digest.hex
    }
}
