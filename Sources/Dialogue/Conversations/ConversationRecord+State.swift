package import ServiceHours

extension ConversationRecord {
    /// The silence after the brand's part, in wall time, after which a matter counts as resolved: seven days.
    package static let autoResolveAfter: Seconds = 7 * 86_400

    /// Where the conversation stands at `now`.
    package func state(at now: Instant) -> ConversationState {
        if isCancelled { return .cancelled }
        if isOwed { return .open }
        if now - lastPostAt >= Self.autoResolveAfter { return .resolved }
        return .waiting
    }
}
