/// One thing that goes wrong with an answer.
///
/// The first group happens before the handler sees the request: nothing was done. All others happen after it did: a
/// post was made, whatever the client hears.
package enum Fault: Sendable {
    // Before the handler.
    /// The request is read and the connection closed.
    case ignore
    /// The request is read and the connection torn down (RST).
    case ignoreAndReset

    /// Somebody does something at a moment of the exchange: kills the client, say.
    case strike(Moment, @Sendable () -> Void)

    /// A moment of an exchange.
    package enum Moment: Hashable, Sendable {
        /// The request is read; nothing was done yet.
        case request
        /// What was asked for is done; nothing was said yet.
        case commit
        /// The head and half of the body are out.
        case halfAnswer
        /// Everything was said.
        case answer
    }

    // After the handler, instead of an answer.
    case closeBeforeAnswer
    case resetBeforeAnswer
    /// Nothing is ever said.
    case hang
    /// Bytes that are no HTTP.
    case garbage
    /// Another answer than the handler's (a gateway's 502 after the commit).
    case answer(StandInAnswer)

    // After the handler, with its answer.
    case delay(milliseconds: Int)
    /// An interim answer first: 100, 102, 103.
    case interim(Int)
    /// The answer's bytes leave in pieces of this size, with pauses.
    case drip(bytes: Int, everyMilliseconds: Int)
    /// Transfer-Encoding: chunked, in chunks of this size, with this trailer field if any.
    case chunked(bytes: Int, trailer: String?)
    /// The connection is closed after so many bytes of the body, which was announced in full.
    case cut(afterBytes: Int)
    /// The same, but torn down (RST).
    case reset(afterBytes: Int)
    /// After the head nothing more is said.
    case hangAfterHead
    /// `Connection: close`, and it is.
    case close
}
