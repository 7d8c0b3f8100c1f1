package import ServiceHours

/// What one run did: written once, at its end.
package struct RunRecord: Hashable, Sendable {
    package let command: String
    package let startedAt: Instant
    package let endedAt: Instant
    package let exitCode: Int
    /// The counts of the summary, as the JSON object that was printed.
    package let summary: String

    package init(command: String, startedAt: Instant, endedAt: Instant, exitCode: Int, summary: String) {
        self.command = command
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.exitCode = exitCode
        self.summary = summary
    }
}
