package import ServiceHours

/// The time a customer has been waiting for one answer: started by a post, ended by the brand's next answer.
///
/// It holds facts, no verdict: whether it is breached depends on the instant of looking, see ``state(at:)``.
package struct ResponseClock: Hashable, Sendable {
    /// Which promise it measures.
    package enum Kind: String, Hashable, Sendable {
        case firstResponse = "first_response"
        case nextResponse = "next_response"
    }

    /// How it came to its end.
    package enum Ending: Hashable, Sendable {
        /// The brand answered with this post.
        case answered(by: String, at: Instant)
        /// The customer took back what was to be answered.
        case cancelled(at: Instant)

        package var at: Instant {
            switch self {
            case .answered(_, let at), .cancelled(let at): at
            }
        }
    }

    /// What is to be said of it at some instant; the raw values are those of every output.
    package enum State: String, Hashable, Sendable {
        case running, met, breached, cancelled
    }

    package let kind: Kind
    /// The id of the post it counts from.
    package let origin: String
    /// The platform's time of that post.
    package let startedAt: Instant
    /// The last instant at which an answer is in time; nil when the calendar never opens again.
    package let dueAt: Instant?
    /// Service seconds promised.
    package let target: Seconds
    /// The name of the target in the settings.
    package let targetName: String
    /// The number of the ``PolicyVersion`` that was in force at the start.
    package let policy: Int
    /// nil while an answer is owed.
    package let ending: Ending?

    package init(
        kind: Kind, origin: String, startedAt: Instant, dueAt: Instant?, target: Seconds, targetName: String,
        policy: Int, ending: Ending?
    ) {
        self.kind = kind
        self.origin = origin
        self.startedAt = startedAt
        self.dueAt = dueAt
        self.target = target
        self.targetName = targetName
        self.policy = policy
        self.ending = ending
    }

    /// Says at `now` what became of the promise: an answer at the due instant is in time, and a breach stays one whatever comes later.
    package func state(at now: Instant) -> State {
        let end = ending?.at ?? now
        if let dueAt, end > dueAt { return .breached }
        switch ending {
        case nil: return .running
        case .answered: return .met
        case .cancelled: return .cancelled
        }
    }
}
