/// Where a conversation stands, in the word that every output prints.
package enum ConversationState: String, Hashable, Sendable, CaseIterable {
    /// The brand owes an answer, or somebody took the matter up again.
    case open
    /// The brand has said its part and waits for the customer.
    case waiting
    /// Over: a person said so, or the silence after the brand's part has lasted long enough.
    case resolved
    /// The customer took every post of it back.
    case cancelled
}
