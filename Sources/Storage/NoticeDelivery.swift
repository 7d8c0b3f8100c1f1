package import Dialogue
package import ServiceHours

/// What came of one try to deliver notices, together in one message.
package struct NoticeDelivery: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case sent(at: Instant)
        /// The error for people, without secrets.
        case failed(String)
    }

    package let keys: Set<NoticeKey>
    package let outcome: Outcome

    package init(of keys: Set<NoticeKey>, _ outcome: Outcome) {
        self.keys = keys
        self.outcome = outcome
    }
}
