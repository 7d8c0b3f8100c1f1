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

    /// Why a wait ended without an answer of the brand; the raw value is a fixed word.
    package enum CancelReason: String, Hashable, Sendable {
        /// The customer took back what was to be answered.
        case deleted
        /// A person resolved the matter.
        case resolved
        /// Somebody else answered, as a person found.
        case answeredByPeer = "answered-by-peer"
        /// The customer asked for a pause.
        case askedToPause = "asked-to-pause"
    }

    /// How it came to its end.
    package enum Ending: Hashable, Sendable {
        /// The brand answered with this post.
        case answered(by: String, at: Instant)
        /// No answer is owed any more.
        case cancelled(CancelReason = .deleted, at: Instant)

        package var at: Instant {
            switch self {
            case .answered(_, let at), .cancelled(_, let at): at
            }
        }
    }

    package let kind: Kind
    /// The id of the post it counts from.
    package let origin: String
    /// The platform's time of that post, or the instant at which a person or the end of a pause made an answer to it owed again.
    package let startedAt: Instant
    /// When we learned of that post, or that it is owed an answer this soon.
    package let seenAt: Instant
    /// The last instant at which an answer is in time; nil when the calendar never opens again.
    package let dueAt: Instant?
    /// Service seconds promised.
    package let target: Seconds
    /// The name of the target in the settings.
    package let targetName: String
    /// The number of the ``PolicyVersion`` that was in force at the start.
    package let policy: Int
    /// When a person gave it another target; nil when nobody did. It is never breached before that.
    package let retargetedAt: Instant?
    /// nil while an answer is owed.
    package let ending: Ending?

    /// - Parameter seenAt: nil for `startedAt`.
    package init(
        kind: Kind, origin: String, startedAt: Instant, seenAt: Instant? = nil, dueAt: Instant?, target: Seconds,
        targetName: String, policy: Int, retargetedAt: Instant? = nil, ending: Ending?
    ) {
        self.kind = kind
        self.origin = origin
        self.startedAt = startedAt
        self.seenAt = seenAt ?? startedAt
        self.dueAt = dueAt
        self.target = target
        self.targetName = targetName
        self.policy = policy
        self.retargetedAt = retargetedAt
        self.ending = ending
    }

    /// Says at `now` what became of the promise: an answer at the due instant is in time, and a breach stays one whatever comes later.
    package func state(at now: Instant) -> ClockState {
        if isBreached(at: ending?.at ?? now) { return .breached }
        switch ending {
        case nil: return .running
        case .answered: return .met
        case .cancelled: return .cancelled
        }
    }

    /// Whether the promise was broken before `instant`.
    func isBreached(at instant: Instant) -> Bool {
        dueAt.map { instant > $0 } ?? false
    }

    func ended(by ending: Ending) -> ResponseClock {
        ResponseClock(
            kind: kind, origin: origin, startedAt: startedAt, seenAt: seenAt, dueAt: dueAt, target: target,
            targetName: targetName, policy: policy, retargetedAt: retargetedAt, ending: ending)
    }

    /// The clock with what another entry of its policy promises, counted from its own start.
    func retargeted(to entry: ResponsePolicies.Entry, at instant: Instant) -> ResponseClock {
        let seconds = entry.target.seconds(of: kind)
        return ResponseClock(
            kind: kind, origin: origin, startedAt: startedAt, seenAt: seenAt,
            dueAt: entry.calendar.due(from: startedAt, after: seconds), target: seconds,
            targetName: entry.target.name, policy: policy, retargetedAt: instant, ending: ending)
    }
}

extension Target {
    /// The service seconds promised for an answer.
    func seconds(of kind: ResponseClock.Kind) -> Seconds {
        switch kind {
        case .firstResponse: firstResponse
        case .nextResponse: nextResponse
        }
    }
}
