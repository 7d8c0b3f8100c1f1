import ServiceHours
import Storage

/// What one run of `watch` did, and what has to be remembered of it.
package struct WatchReport: Sendable {
    /// The longest a source may ask us to stay away: a day.
    private static let longestPause: Seconds = 86_400

    package let results: [SourceResult]
    package internal(set) var summary: RunSummary
    /// Notices that could not be delivered.
    private var undelivered: [Problem] = []
    private let states: [String: SourceState]
    private let now: Instant

    init(results: [SourceResult], states: [String: SourceState], now: Instant) {
        self.results = results
        self.states = states
        self.now = now
        summary = results.reduce(into: RunSummary()) { $0 += $1.summary }
    }

    /// Everything a person should know: failed sources, then what was quarantined.
    package var problems: [Problem] {
        results.compactMap(\.failure) + results.flatMap(\.notices) + undelivered
    }

    /// Adds what came of telling people.
    mutating func add(_ notices: NoticeReport?) {
        guard let notices else { return }
        summary.alerts += notices.delivered
        summary.failed += notices.problems.count
        undelivered += notices.problems
    }

    /// 0 when all is well; 2 when something failed or was quarantined beside what succeeded; 69 when no source could be read, or the code of
    /// what failed where it was our own side.
    package var failureKind: Problem.Kind? {
        let failures = results.compactMap(\.failure)
        if !results.isEmpty, failures.count == results.count {
            let own: [Problem.Kind] = [.io, .internal, .cannotCreate]
            return failures.map(\.kind).first { own.contains($0) } ?? .unavailable
        }
        return problems.isEmpty ? nil : .partial
    }

    /// The health of those sources of which it changed.
    var healthChanges: [String: SourceHealth] {
        var changes: [String: SourceHealth] = [:]
        for result in results {
            guard let state = states[result.source] else { continue }
            let health = health(after: result, before: state.health)
            if health != state.health { changes[result.source] = health }
        }
        return changes
    }

    private func health(after result: SourceResult, before: SourceHealth) -> SourceHealth {
        var health = before
        if let failure = result.failure {
            health.failure = SourceFailure(
                since: before.failure?.since ?? now, last: now, code: result.failureCode, message: failure.what)
            health.suspendedUntil = result.pauseSeconds.map { now + min(max($0, 0), Self.longestPause) }
        } else {
            health.failure = nil
            health.suspendedUntil = result.pauseSeconds.map { now + min(max($0, 0), Self.longestPause) }
            // Written with the first success and after a failure; while a source is healthy, every later run vouches for it.
            if before.lastSuccess == nil || before.failure != nil || result.summary.posts > 0 {
                health.lastSuccess = now
            }
        }
        return health
    }

    func runRecord(endedAt: Instant) -> RunRecord {
        RunRecord(
            command: "watch", startedAt: now, endedAt: endedAt,
            exitCode: failureKind == nil ? 0 : failureKind == .partial ? 2 : 69,
            summary: summary.json)
    }
}
