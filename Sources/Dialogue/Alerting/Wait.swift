package import ServiceHours

/// One span in which a customer waits for the brand: what an alert is about.
///
/// Trigger, acknowledgement and recovery share its id, however often it is derived anew.
package struct Wait: Hashable, Sendable {
    package let conversation: String
    package let clock: ResponseClock

    package init(conversation: String, clock: ResponseClock) {
        self.conversation = conversation
        self.clock = clock
    }

    /// 24 hex digits, made from conversation, origin post and kind.
    package var id: String {
        var digest = PartsDigest("wait/1")
        for part in [conversation, clock.origin, clock.kind.rawValue] { digest.add(part) }
        return String(digest.hex.prefix(24))
    }
}

extension Wait {
    /// A wait that is derived no more: its post is gone, or counts for another clock now.
    /// - Parameters:
    ///   - origin: the id of the post it counted from.
    ///   - instant: when that was noticed.
    package static func gone(
        from conversation: String, origin: String, kind: ResponseClock.Kind, at instant: Instant
    ) -> Wait {
        let clock = ResponseClock(
            kind: kind, origin: origin, startedAt: instant, dueAt: nil, target: 0, targetName: "", policy: 0,
            ending: .cancelled(at: instant))
        return Wait(conversation: conversation, clock: clock)
    }
}

extension ConversationRecord {
    /// The wait that is running; nil when nothing is owed, and in history: what is older than its source's `live_since` alarms nobody.
    package var runningWait: Wait? {
        guard !isHistory, !isCancelled, let wait else { return nil }
        return Wait(conversation: id, clock: wait)
    }
}
