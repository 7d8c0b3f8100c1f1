/// What becomes of an answer, once its head is known.
package enum ExportReading: Hashable, Sendable {
    /// Feed the body.
    case read
    /// Nothing has changed: leave the body, the poll is done.
    case unchanged
    /// Another question is needed: leave the body and ask ``ExportPoll/next()``.
    case again
}
