package import Dialogue
package import ServiceHours
package import Storage
package import Transfers

/// One run of `antwort watch`, from the sources to the queue.
package struct WatchCycle: Sendable {
    /// How many sources are read at the same time.
    private static let sourcesAtOnce = 64

    private let store: any Store
    private let transfers: TransferDriver
    private let triage: SharedTriage
    private let sources: [WatchedSource]
    private let accounts: AccountBook
    private let policies: ResponsePolicies
    private let newPolicy: PolicyVersion?
    private let now: Instant
    private let elapsed: @Sendable () -> Seconds

    /// - Parameters:
    ///   - newPolicy: a version that the settings brought; it takes effect with this run.
    ///   - elapsed: seconds since the run began.
    package init(
        store: any Store, transfers: TransferDriver, triage: SharedTriage, sources: [WatchedSource],
        accounts: AccountBook, policies: ResponsePolicies, newPolicy: PolicyVersion?, now: Instant,
        elapsed: @escaping @Sendable () -> Seconds
    ) {
        self.store = store
        self.transfers = transfers
        self.triage = triage
        self.sources = sources
        self.accounts = accounts
        self.policies = policies
        self.newPolicy = newPolicy
        self.now = now
        self.elapsed = elapsed
    }

    /// Polls every source, stores and threads what is new, and keeps a record of the run.
    package func run() async throws(Problem) -> WatchReport {
        do {
            try await adoptPolicy()
            let states = try await register()
            let report = WatchReport(results: await poll(from: states), states: states, now: now)
            try await store.record(health: report.healthChanges)
            try await store.record(report.runRecord(endedAt: now + elapsed()))
            return report
        } catch {
            throw Problem(error)
        }
    }

    private func adoptPolicy() async throws(StorageError) {
        guard let newPolicy else { return }
        // Superseded: another run of the same settings was faster.
        _ = try await store.adopt(newPolicy)
    }

    private func register() async throws(StorageError) -> [String: SourceState] {
        let known = try await store.sourceStates()
        let new = sources.map(\.name).filter { known[$0] == nil }
        guard !new.isEmpty else { return known }
        try await store.add(sources: new, at: now)
        return try await store.sourceStates()
    }

    /// Reads all sources side by side; one that fails or is full holds up no other.
    private func poll(from states: [String: SourceState]) async -> [SourceResult] {
        let reader = SourceReader(
            transfers: transfers, ingest: Ingest(store: store, policies: policies, now: now),
            triage: TriageStep(triage), accounts: accounts, now: now, elapsed: elapsed)
        let due = sources.compactMap { source in
            states[source.name].flatMap { isSuspended($0) ? nil : (source, $0) }
        }
        return await withTaskGroup(of: SourceResult.self) { group in
            var waiting = due.makeIterator()
            for _ in 0..<Self.sourcesAtOnce {
                guard let (source, state) = waiting.next() else { break }
                group.addTask { await reader.read(source, from: state) }
            }
            var results: [SourceResult] = []
            while let result = await group.next() {
                results.append(result)
                if let (source, state) = waiting.next() { group.addTask { await reader.read(source, from: state) } }
            }
            return results.sorted { $0.source < $1.source }
        }
    }

    private func isSuspended(_ state: SourceState) -> Bool {
        state.health.suspendedUntil.map { now < $0 } ?? false
    }
}
