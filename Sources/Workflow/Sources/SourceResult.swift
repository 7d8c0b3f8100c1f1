/// How reading one source went.
package struct SourceResult: Hashable, Sendable {
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

    /// Notes the first failure; what follows from it says nothing more.
    mutating func fail(_ problem: Problem, code: String) {
        guard failure == nil else { return }
        failure = problem
        failureCode = code
        summary.failed = 1
    }
}
