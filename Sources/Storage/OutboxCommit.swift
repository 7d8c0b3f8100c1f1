package import Dialogue

/// A step of one outbox row, with everything that becomes true by it: stored whole or not at all.
package struct OutboxCommit: Sendable {
    /// What the machine decided: the state and the number of attempts it saw, the row as it becomes, an attempt opened or closed.
    package let change: OutboxChange
    /// The reply in its thread, and the conversations that follow from it; empty unless the change makes it visible.
    package let threads: [ThreadCommit]

    package init(_ change: OutboxChange, threads: [ThreadCommit] = []) {
        self.change = change
        self.threads = threads
    }
}
