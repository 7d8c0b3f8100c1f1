import Dialogue

extension TargetSight {
    /// The sight, with those replies marked that are bound to another row of the outbox.
    func marking(bound ids: Set<String>, besides own: String?) -> TargetSight {
        TargetSight(
            target: target,
            replies: replies.map { reply in
                SeenReply(
                    remoteID: reply.remoteID, url: reply.url, author: reply.author, parent: reply.parent, at: reply.at,
                    text: reply.text, isBound: reply.remoteID != own && ids.contains(reply.remoteID))
            }, isComplete: isComplete, retryAfter: retryAfter)
    }
}
