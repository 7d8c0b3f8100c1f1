/// Why a draft speaks past what stands there now; the raw value is a fixed word.
package enum Staleness: String, Hashable, Sendable {
    /// The post it answers was deleted, or no longer belongs to the conversation.
    case targetGone = "target-gone"
    /// The post it answers reads differently now.
    case targetEdited = "target-edited"
    /// The customer or the brand said, changed or deleted something since, or a person corrected how the customer was read.
    case conversationMoved = "conversation-moved"
}

extension Draft {
    /// Why the draft no longer fits `conversation` as it stands now; nil while it does.
    /// - Parameter conversation: the draft's own; nil when it does not exist any more.
    package func staleness(in conversation: Conversation?) -> Staleness? {
        guard let conversation, conversation.id == self.conversation,
            let now = DraftSurroundings(of: target.key.remoteID, in: conversation)
        else { return .targetGone }
        if now.target.hash != target.hash { return .targetEdited }
        return now.revision == revision ? nil : .conversationMoved
    }
}
