/// What a draft is bound to: its target and everything the two sides have said, as they stand now.
struct DraftSurroundings {
    let target: DraftTarget
    let revision: ConversationRevision

    /// Nil when `remoteID` is not a standing post of the conversation.
    init?(of remoteID: String, in conversation: Conversation) {
        let found = conversation.members.first { $0.post.remoteID == remoteID }
        guard let post = found?.post, post.deletedAt == nil else { return nil }
        target = DraftTarget(
            key: PostKey(network: conversation.thread.network, remoteID: remoteID), hash: post.hash,
            visibility: post.visibility)
        revision = ConversationRevision(of: conversation, answering: remoteID)
    }
}
