/// What the two sides of a conversation have said, as far as a reply depends on it: the target, the opener's posts and the brand's, each
/// in its wording and whether it still stands, and as what people corrected it to be read. A bystander's remark changes nothing.
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
            .sorted { $0.post.remoteID < $1.post.remoteID }
        for member in counted {
            let post = member.post
            digest.add(post.remoteID)
            digest.add(Int64(bitPattern: post.hash.high))
            digest.add(Int64(bitPattern: post.hash.low))
            digest.add(post.deletedAt == nil ? 0 : 1)
            // Only where somebody changed it: what was drafted before there were corrections keeps its digest.
            guard let corrected = member.corrected, corrected.changesReply else { continue }
            let triage = corrected.summary
            digest.add(triage.language.rawValue)
            digest.add(triage.register.rawValue)
            digest.add(triage.intent.rawValue)
            digest.add(triage.forUs ? 1 : 0)
            digest.add(triage.needsAnswer ? 1 : 0)
        }
        hex = digest.hex
    }
}
