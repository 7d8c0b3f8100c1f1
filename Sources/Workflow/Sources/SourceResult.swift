/// How reading one source went.
package struct SourceResult: Hashable, Sendable {
    /// The fixed word for a store that took no more.
    static let storeFailed = "store"

    package let source: String
    package var summary = RunSummary()
    /// Why it stopped before the end; nil when everything there was has been read, or the budget was used up.
    package private(set) var failure: Problem?
    /// The fixed word for `failure`.
    package private(set) var failureCode = ""
    /// Seconds the server asked us to stay away.
    package var pauseSeconds: Int64?
    /// Whether the budget ended the reading: the next run goes on from there.
    package var hasMore = false
    /// Records that were quarantined, to be listed.
    package var notices: [Problem] = []

    package init(source: String) {
        self.source = source
    }

    /// Whether everything there was has been read.
    var isWhole: Bool { failure == nil && !hasMore }

    /// Adds how it went with one of several files.
    mutating func add(_ file: SourceResult) {
        let failed = summary.failed
        summary += file.summary
        summary.failed = failed
        if let failure = file.failure { fail(failure, code: file.failureCode) }
        pauseSeconds = pauseSeconds ?? file.pauseSeconds
        hasMore = hasMore || file.hasMore
        notices += file.notices
    }

    /// Notes the first failure; what follows from it says nothing more.
    mutating func fail(_ problem: Problem, code: String) {
        guard failure == nil else { return }
        failure = problem
        failureCode = code
        summary.failed = 1
    }
}
