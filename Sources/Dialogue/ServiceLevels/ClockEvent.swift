package import ServiceHours

/// What moves the response clocks of a conversation, at the platform's time of it.
package enum ClockEvent: Hashable, Sendable {
    /// A customer's post that needs an answer.
    case post(String, at: Instant, isLive: Bool)
    /// A post of the brand that the customer can read.
    case answer(String, at: Instant)
    /// The customer took a post back.
    case deletion(of: String, at: Instant)

    package var at: Instant {
        switch self {
        case .post(_, let at, _), .answer(_, let at), .deletion(_, let at): at
        }
    }

    private var id: String {
        switch self {
        case .post(let id, _, _), .answer(let id, _), .deletion(let id, _): id
        }
    }

    /// Of one instant, customers come first, then the brand, then deletions: an answer of the same second answers.
    private var rank: Int {
        switch self {
        case .post: 0
        case .answer: 1
        case .deletion: 2
        }
    }

    /// Events in the order in which they count, whatever the order in which we learned of them.
    static func ordered(_ events: [ClockEvent]) -> [ClockEvent] {
        events.sorted { left, right in
            if left.at != right.at { return left.at < right.at }
            if left.rank != right.rank { return left.rank < right.rank }
            return left.id < right.id
        }
    }
}
