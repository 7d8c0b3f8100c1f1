package import Dialogue

/// What one run of `publish` did.
package struct PublishReport: Sendable {
    /// Replies that became public in this run.
    package internal(set) var sent: [OutboxRow] = []
    /// Replies that wait for a person.
    package internal(set) var held: [OutboxRow] = []
    /// Replies of which nobody knows yet whether they are public.
    package internal(set) var uncertain: [OutboxRow] = []
    package internal(set) var problems: [Problem] = []

    init() {}

    mutating func note(_ row: OutboxRow) {
        switch row.progress.state {
        case .held: held.append(row)
        case .uncertain: uncertain.append(row)
        case .approved, .sending, .sent, .failed, .cancelled: break
        }
    }

    package var summary: RunSummary {
        var summary = RunSummary()
        summary.sent = sent.count
        summary.held = held.count
        summary.failed = uncertain.count + problems.count
        return summary
    }
}
