/// What becomes of an answer that points elsewhere.
package enum RedirectPolicy: Hashable, Sendable {
    /// The 3xx answer is the answer.
    case refuse
    /// GET and HEAD go on to the new place, at most `max` times.
    ///
    /// Never from https to http and never from outside to this machine. Another scheme, host or port gets none of the
    /// request's headers but the harmless ones (``Redirect``). Other methods keep the 3xx as their answer.
    case follow(max: Int)
}
