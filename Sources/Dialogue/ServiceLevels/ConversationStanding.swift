package import ServiceHours

/// Where a conversation stands as far as its events tell, what will come of silence included.
package struct ConversationStanding: Hashable, Sendable {
    /// The instant from which an answer is owed; nil when none is. It lies ahead where the customer asked for a pause that ends there.
    package let owedFrom: Instant?
    /// Whether the customer took back every post that needed an answer.
    package let isCancelled: Bool
    /// Whether the brand has said its part.
    package let isWaiting: Bool
    /// Until when it waits; nil for until the customer writes.
    package let waitsUntil: Instant?
    /// When it was resolved, or will be if nobody says anything; nil for neither.
    package let resolvedAt: Instant?
    /// Whether it is silence that resolves it, not a person.
    package let isEndedBySilence: Bool

    package init(
        owedFrom: Instant?, isCancelled: Bool = false, isWaiting: Bool, waitsUntil: Instant? = nil,
        resolvedAt: Instant? = nil, isEndedBySilence: Bool = false
    ) {
        self.owedFrom = owedFrom
        self.isCancelled = isCancelled
        self.isWaiting = isWaiting
        self.waitsUntil = waitsUntil
        self.resolvedAt = resolvedAt
        self.isEndedBySilence = isEndedBySilence
    }

    package func state(at now: Instant) -> ConversationState {
        if isCancelled { return .cancelled }
        if let owedFrom, owedFrom <= now { return .open }
        if let resolvedAt, resolvedAt <= now { return .resolved }
        let isStillWaiting = isWaiting && (waitsUntil.map { now < $0 } ?? true)
        return isStillWaiting ? .waiting : .open
    }
}
