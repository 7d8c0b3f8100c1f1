package import Dialogue
package import ServiceHours
package import Storage
package import Transfers

/// One run of `antwort watch`, from the sources to the queue: poll, store and thread, draft, tell.
package struct WatchCycle: Sendable {
    /// How many sources are read at the same time.
    private static let sourcesAtOnce = 64

    /// What is done with the queue once everything has been read; nil where the settings ask for none of it.
    package struct AfterReading: Sendable {
        /// Made after reading: only then is it known who can publish.
        package let drafting: (@Sendable () async throws -> DraftStep)?
        package let notices: (@Sendable () async throws -> NoticeStep)?

        package init(
            drafting: (@Sendable () async throws -> DraftStep)? = nil,
            notices: (@Sendable () async throws -> NoticeStep)? = nil
        ) {
            self.drafting = drafting
            self.notices = notices
        }
    }

    private let store: any Store
    private let transfers: TransferDriver
    private let triage: TriageInUse
    private let sources: [WatchedSource]
    private let servers: [WatchedServer]
    private let afterReading: AfterReading
    private let accounts: AccountBook
    private let policies: ResponsePolicies
    private let newPolicy: PolicyVersion?
    private let now: Instant
    private let elapsed: @Sendable () -> Seconds

    /// - Parameters:
    ///   - newPolicy: a version that the settings brought; it takes effect with this run.
    ///   - elapsed: seconds since the run began.
    package init(
        store: any Store, transfers: TransferDriver, triage: TriageInUse, sources: [WatchedSource],
        servers: [WatchedServer] = [], afterReading: AfterReading = AfterReading(), accounts: AccountBook,
        policies: ResponsePolicies, newPolicy: PolicyVersion?, now: Instant, elapsed: @escaping @Sendable () -> Seconds
    ) {
        self.store = store
        self.transfers = transfers
        self.triage = triage
        self.sources = sources
        self.servers = servers
        self.afterReading = afterReading
        self.accounts = accounts
        self.policies = policies
        self.newPolicy = newPolicy
        self.now = now
        self.elapsed = elapsed
    }

    /// Polls every source, stores and threads what is new, drafts and tells, and keeps a record of the run.
    package func run() async throws(Problem) -> WatchReport {
        do {
            try await adoptPolicy()
            let states = try await register()
            var report = WatchReport(results: await poll(from: states), states: states, now: now)
            try await store.record(health: report.healthChanges)
            report.summary.drafts = try await afterReading.drafting?().run() ?? 0
            report.add(try await afterReading.notices?().run())
            try await store.record(report.runRecord(endedAt: now + elapsed()))
            return report
        } catch {
            throw Problem(any: error)
        }
    }

    private func adoptPolicy() async throws {
        guard let newPolicy else { return }
        // Superseded: another run of the same settings was faster.
        _ = try await store.adopt(newPolicy)
    }

    private func register() async throws -> [String: SourceState] {
        let known = try await store.sourceStates()
        let new = (sources.map(\.name) + servers.map(\.name)).filter { known[$0] == nil }
        guard !new.isEmpty else { return known }
        try await store.add(sources: new, at: now)
        return try await store.sourceStates()
    }

    /// Reads all sources side by side; one that fails or is full holds up no other.
    private func poll(from states: [String: SourceState]) async -> [SourceResult] {
        let ingest = Ingest(store: store, policies: policies, now: now)
        let exports = SourceReader(
            transfers: transfers, ingest: ingest, triage: TriageStep(triage), accounts: accounts, now: now,
            elapsed: elapsed)
        let live = ServerReader(
            store: store, ingest: ingest, triage: TriageStep(triage), accounts: accounts, now: now, elapsed: elapsed)
        var readings: [@Sendable () async -> SourceResult] = []
        for source in sources {
            guard let state = due(source.name, in: states) else { continue }
            readings.append { await exports.read(source, from: state) }
        }
        for server in servers {
            guard let state = due(server.name, in: states) else { continue }
            readings.append { await live.read(server, from: state) }
        }
        return await withTaskGroup(of: SourceResult.self) { group in
            var waiting = readings.makeIterator()
            for _ in 0..<Self.sourcesAtOnce {
                guard let reading = waiting.next() else { break }
                group.addTask { await reading() }
            }
            var results: [SourceResult] = []
            while let result = await group.next() {
                results.append(result)
                if let reading = waiting.next() { group.addTask { await reading() } }
            }
            return results.sorted { $0.source < $1.source }
        }
    }

    /// The state of a source, unless its server asked us to stay away for now.
    private func due(_ name: String, in states: [String: SourceState]) -> SourceState? {
        guard let state = states[name] else { return nil }
        if let until = state.health.suspendedUntil, now < until { return nil }
        return state
    }
}
