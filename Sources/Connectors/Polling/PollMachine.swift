package import Foundation
package import HTTPTypes
package import Dialogue
package import ServiceHours

/// Reads a source: says what to ask next and digests what came back, and opens nothing itself.
///
/// ```
/// while true {
///     switch machine.next(at: now) {
///     case .request(let request): commit(try machine.receive(answer, body: body, at: now))
///     case .needKnown(let keys): machine.take(known: stored(keys))
///     case .wait, .done: return
///     }
/// }
/// ```
/// Whatever ends the loop early, the last cursor committed is a place from which the next run goes on without a gap.
package protocol PollMachine: Sendable {
    /// What to do next. Asking again changes nothing.
    func next(at now: Instant) -> PollStep

    /// Digests the answer to the last request.
    ///
    /// Throws a ``ConnectorError`` when the source cannot be read on; the answer's `Retry-After` is then the caller's to read.
    mutating func receive(_ answer: HTTPResponse, body: Data, at now: Instant) throws(ConnectorError) -> PollPage

    /// Answers ``PollStep/needKnown(_:)``.
    mutating func take(known: Set<PostKey>)
}
