/// Where a conversation stands, in the word that every output prints.
package enum ConversationState: String, Hashable, Sendable, CaseIterable {
    /// The brand owes an answer, or nobody has spoken for it yet.
    case open
    /// The brand has said its part and waits for the customer.
    case waiting
    /// Over: the silence after the brand's part has lasted long enough.
    case resolved
    /// The customer took every post of it back.
    case cancelled
}
