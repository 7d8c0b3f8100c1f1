import Connectors
package import Dialogue
package import ServiceHours
package import Storage

/// Reads quarantined records again, after the settings or the program have learned to read them.
package struct QuarantineReplay: Sendable {
    /// What became of the records.
    package struct Report: Sendable {
        package var summary = RunSummary()
        /// Ids that are in no quarantine any more.
        package var released: [Int64] = []
        /// Those that stay, and why.
        package var problems: [Problem] = []
    }

    private let store: any Store
    private let triage: TriageStep
    private let sources: [WatchedSource]
    private let accounts: AccountBook
    private let policies: ResponsePolicies
    private let now: Instant

    package init(
        store: any Store, triage: TriageStep, sources: [WatchedSource], accounts: AccountBook,
        policies: ResponsePolicies, now: Instant
    ) {
        self.store = store
        self.triage = triage
        self.sources = sources
        self.accounts = accounts
        self.policies = policies
        self.now = now
    }

    /// Reads these records again, each for itself: one that still fails keeps its place.
    package func run(_ ids: [Int64]) async throws(Problem) -> Report {
        var report = Report()
        do {
            let states = try await store.sourceStates()
            for id in ids {
                guard let record = try await store.quarantined(id) else {
                    report.problems.append(
                        Problem(
                            .noInput, at: "quarantine \(id)", "there is no such record",
                            next: "see 'antwort quarantine list'"))
                    continue
                }
                do throws(Problem) {
                    report.summary += try await replay(record, cursor: states[record.source]?.cursor)
                    report.released.append(id)
                } catch {
                    report.problems.append(error)
                }
            }
        } catch {
            throw Problem(error)
        }
        return report
    }

    private func replay(_ record: QuarantinedRecord, cursor: String?) async throws(Problem) -> RunSummary {
        let place = "quarantine \(record.id)"
        guard let source = sources.first(where: { $0.name == record.source }) else {
            throw Problem(
                .partial, at: place,
                record.source == ImportFile.sourceName
                    ? "it came with an import, which cannot be replayed"
                    : "its source \(record.source) is not in the settings",
                next: record.source == ImportFile.sourceName
                    ? "correct the file and import it again, then 'antwort quarantine discard \(record.id)'"
                    : "add the source again, or 'antwort quarantine discard \(record.id)'")
        }
        let pages: [ExportPage]
        do {
            pages = try parse(record, of: source, cursor: cursor)
        } catch {
            throw Problem(.partial, at: place, field: error.place, error.code.rawValue, next: error.advice)
        }
        if let broken = pages.flatMap(\.broken).first {
            throw Problem(
                .partial, at: place, field: broken.field ?? "", broken.reason,
                next: "see 'antwort quarantine show \(record.id)'")
        }
        var triage = triage
        var page = ReadPage(accounts: accounts)
        do {
            page.arrivals = try await triage.read(pages.flatMap(\.reports), from: source.account, accounts: accounts)
        } catch {
            throw error as? Problem ?? Problem(.internal, at: place, "\(error)", next: "report this as a defect")
        }
        page.liveSince = source.liveSince ?? record.at
        page.released = [record.id]
        return try await Ingest(store: store, policies: policies, now: now).take(page)
    }

    private func parse(
        _ record: QuarantinedRecord, of source: WatchedSource, cursor: String?
    ) throws(ConnectorError) -> [ExportPage] {
        var poll = ExportPoll(format: source.format, isLocalFile: true, acceptsUnterminatedTail: true)
        guard try poll.begin(ExportHead(status: 0)) == .read else { return [] }
        if let header = try header(for: record, of: source, cursor: cursor) { try poll.feed(header) }
        try poll.feed(record.raw)
        try poll.finish()
        var pages: [ExportPage] = []
        while let page = poll.takePage(atMost: 1_000) { pages.append(page) }
        return pages
    }

    private func header(
        for record: QuarantinedRecord, of source: WatchedSource, cursor: String?
    ) throws(ConnectorError) -> [UInt8]? {
        guard let cursor else { return nil }
        guard source.isDropFolder else { return try ExportCursor(encoded: cursor).headerLine }
        let file = record.place.split(separator: ",").first.map(String.init) ?? ""
        guard let folder = try? DropFolder(path: source.filePath ?? "", cursor: cursor),
            let own = folder.files.first(where: { $0.name == file }).flatMap(folder.cursor(of:))
        else { return nil }
        return try ExportCursor(encoded: own).headerLine
    }
}
