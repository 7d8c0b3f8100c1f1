package import Foundation
package import ServiceHours
package import Storage

/// How everything stands: sources, what waits, who holds a lock.
package struct StatusReport: Sendable {
    /// A source of the settings, and how it has been doing.
    package struct Source: Hashable, Sendable {
        package let name: String
        /// nil: never read with success.
        package let lastSuccess: Instant?
        package let failure: SourceFailure?
        package let suspendedUntil: Instant?

        /// How old what we know of it is, in seconds; nil when nothing is known.
        package func cursorAge(at now: Instant) -> Seconds? {
            lastSuccess.map { max(0, now - $0) }
        }
    }

    package let sources: [Source]
    package let totals: StoreTotals
    package let lastRun: RunRecord?
    package let lock: RunLock.Holder?

    /// Asks the store.
    /// - Parameter names: the sources of the settings.
    package static func ask(_ store: any Store, sources names: [String], folder: URL) async throws(Problem)
        -> StatusReport
    {
        do {
            let states = try await store.sourceStates()
            let runs = try await store.runs(limit: 50)
            let lastWatch = runs.first { $0.command == "watch" }
            return StatusReport(
                sources: names.map { name in
                    let health = states[name]?.health
                    // A healthy source writes nothing when it has nothing new: the last run vouches for it.
                    let isHealthy =
                        health?.lastSuccess != nil && health?.failure == nil && health?.suspendedUntil == nil
                    let vouched = isHealthy ? lastWatch?.startedAt : nil
                    return Source(
                        name: name, lastSuccess: [health?.lastSuccess, vouched].compactMap(\.self).max(),
                        failure: health?.failure, suspendedUntil: health?.suspendedUntil)
                },
                totals: try await store.totals(), lastRun: runs.first, lock: RunLock.holder(of: "watch", in: folder))
        } catch {
            throw Problem(error)
        }
    }
}
