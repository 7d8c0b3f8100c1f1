/// What a poll wants to happen next.
package enum ExportStep: Hashable, Sendable {
    case fetch(ExportFetch)
    /// Nothing more to ask in this poll.
    case done
}
