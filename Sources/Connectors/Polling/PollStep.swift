package import Dialogue
package import ServiceHours

/// What a poll wants next.
package enum PollStep: Hashable, Sendable {
    /// Perform this and hand the answer to ``PollMachine/receive(_:body:at:)``.
    case request(ConnectorRequest)
    /// Say which of these posts are stored, by ``PollMachine/take(known:)``.
    case needKnown(Set<PostKey>)
    /// The server wants no request before this instant: sleep if it is near, else keep it as the source's pause and end the run.
    case wait(until: Instant)
    /// Everything has been asked.
    case done
}
