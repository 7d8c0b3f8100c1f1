package import ServiceHours

/// What moves the clocks of a conversation, at the platform's time of it, or at the time of the person's decision.
package enum ClockEvent: Hashable, Sendable {
    /// A customer's post that needs an answer.
    /// - seenAt: when we learned of it and that it does; nil for at once.
    case post(String, at: Instant, isLive: Bool, seenAt: Instant? = nil, about: TargetSubject? = nil)
    /// Anything else that was said: it breaks the silence and moves no clock.
    case talk(String, at: Instant)
    /// A post of the brand that the customer can read and that a person stands behind.
    case answer(String, at: Instant)
    /// Somebody else's post that a person marked as the answer.
    case peerAnswer(String, at: Instant)
    /// The customer took a post back.
    case deletion(of: String, at: Instant)
    /// The matter is taken up again although nobody wrote.
    case resume(at: Instant)
    /// A resolved matter is open again although nobody wrote.
    case reopen(at: Instant)
    /// Other targets hold from here on: those of the target with this name; ``urgent`` for those that the conditions give the most urgent
    /// matter, ``normal`` for those that they give this one. A name that a policy does not know means the conditions.
    case priority(String, at: Instant)
    /// Waiting for the customer, until some instant or until they write.
    /// - isAskedFor: the customer asked for the pause, so that nothing is owed before its end.
    case pause(at: Instant, until: Instant? = nil, isAskedFor: Bool = false)
    /// The matter is done.
    case resolve(at: Instant)

    /// The priority that means "the most urgent targets", where no target has that name.
    package static let urgent = "urgent"
    /// The priority that means "what the conditions say", where no target has that name.
    package static let normal = "normal"

    package var at: Instant {
        switch self {
        case .post(_, let at, _, _, _), .talk(_, let at), .answer(_, let at), .peerAnswer(_, let at),
            .deletion(_, let at), .resume(let at), .reopen(let at), .priority(_, let at), .pause(let at, _, _),
            .resolve(let at):
            at
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

    /// Of one instant, customers come first, then the brand, then what people decided: an answer of the same second answers, and who
    /// answers and closes in one go has answered.
    private var rank: Int {
        switch self {
        case .post, .talk: 0
        case .answer, .peerAnswer: 1
        case .deletion: 2
        case .resume, .reopen: 3
        case .priority: 4
        case .pause: 5
        case .resolve: 6
        }
    }

    private var id: String {
        switch self {
        case .post(let id, _, _, _, _), .talk(let id, _), .answer(let id, _), .peerAnswer(let id, _),
            .deletion(let id, _), .priority(let id, _):
            id
        case .resume, .resolve: ""
        case .reopen: "reopen"
        case .pause(_, let until, let isAskedFor): "\(isAskedFor ? 1 : 0) \(until?.rfc3339 ?? "")"
        }
    }
}
