import Connectors
package import Dialogue
import Foundation
import HTTPTypes
package import ServiceHours
package import Storage
package import Transfers

/// Reads one source: performs what its poll asks for, and stores each page with the cursor behind it.
///
/// Reading and storing run side by side, a few pages apart at most.
package struct SourceReader: Sendable {
    /// Records a page holds at the most: one commit each.
    private static let pageRecords = 5_000
    /// Pages that may wait to be stored.
    private static let pagesAhead = 2

    private let transfers: TransferDriver
    private let ingest: Ingest
    private let triage: TriageStep
    private let accounts: AccountBook
    private let now: Instant
    /// Seconds since the run began, by a clock that only goes forward.
    private let elapsed: @Sendable () -> Seconds
    /// Is told how many posts have been stored.
    private let progress: @Sendable (Int) -> Void

    package init(
        transfers: TransferDriver, ingest: Ingest, triage: TriageStep, accounts: AccountBook, now: Instant,
        elapsed: @escaping @Sendable () -> Seconds, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.transfers = transfers
        self.ingest = ingest
        self.triage = triage
        self.accounts = accounts
        self.now = now
        self.elapsed = elapsed
        self.progress = progress
    }

    /// Reads a source from where `state` says that it was left.
    package func read(_ source: WatchedSource, from state: SourceState) async -> SourceResult {
        var result = SourceResult(source: source.name)
        let liveSince = source.liveSince ?? state.addedAt
        if source.isDropFolder {
            await readFolder(source, from: state, liveSince: liveSince, into: &result)
        } else {
            let feed = ExportFeed(source: source, url: source.url, cursor: state.cursor, liveSince: liveSince)
            await read(feed, into: &result) { $0 }
        }
        return result
    }

    /// Reads every file of a folder, in the order of their names, each from where it was left.
    private func readFolder(
        _ source: WatchedSource, from state: SourceState, liveSince: Instant, into result: inout SourceResult
    ) async {
        let listing: DropFolder
        do {
            listing = try DropFolder(path: source.filePath ?? "", cursor: state.cursor)
        } catch {
            result.fail(error, code: "folder")
            return
        }
        var folder = listing
        var stored = state.cursor
        for file in listing.files where !folder.isRead(file) {
            let before = folder
            var last = folder.cursor(of: file)
            var feed = ExportFeed(source: source, url: file.url, cursor: last, liveSince: liveSince)
            feed.stored = stored
            feed.label = file.name
            feed.budget = source.budget.less(records: result.summary.posts + result.summary.quarantined)
            guard feed.budget.items > 0 else {
                result.hasMore = true
                return
            }
            var reading = SourceResult(source: source.name)
            await read(feed, into: &reading) { cursor in
                last = cursor
                let encoded = before.encoded(with: file, at: cursor)
                stored = encoded
                return encoded
            }
            result.add(reading)
            if let last { folder.note(file, at: last, isWhole: reading.isWhole) }
            // A file that cannot be read holds up no other; a store that takes nothing holds up all.
            if reading.hasMore || reading.failureCode == SourceResult.storeFailed { return }
        }
    }

    /// Reads one export.
    /// - Parameter place: makes the source's cursor of the export's own.
    func read(
        _ feed: ExportFeed, into result: inout SourceResult, place: (String) -> String
    ) async {
        let handoff = Handoff<ReadPage>(room: Self.pagesAhead)
        async let storing = store(from: handoff, source: feed.source.name)
        await produce(feed, to: handoff, into: &result, place: place)
        await handoff.finish()
        let stored = await storing
        result.summary += stored.summary
        if let failure = stored.failure { result.fail(failure, code: SourceResult.storeFailed) }
    }

    private func store(
        from handoff: Handoff<ReadPage>, source: String
    ) async -> (summary: RunSummary, failure: Problem?) {
        var summary = RunSummary()
        var kept: KeptRecords?
        while var page = await handoff.take() {
            do throws(Problem) {
                let broken = page.quarantined.count
                if broken > 0 {
                    let known = if let kept { kept } else { try await ingest.keptRecords(of: source) }
                    kept = known
                    page.quarantined = known.fresh(among: page.quarantined)
                }
                var taken = try await ingest.take(page)
                taken.quarantined = broken
                summary += taken
                progress(summary.posts)
            } catch {
                await handoff.close()
                return (summary, error)
            }
        }
        return (summary, nil)
    }

    private func produce(
        _ feed: ExportFeed, to handoff: Handoff<ReadPage>, into result: inout SourceResult, place: (String) -> String
    ) async {
        var pages = PageMaker(feed: feed, triage: triage, accounts: accounts, now: now)
        // However it ends: what stands in the quarantine is listed.
        defer { result.notices += pages.notices }
        do {
            var poll = try pages.poll()
            var requests = 0
            while case .fetch(let fetch) = poll.next() {
                guard requests < feed.budget.requests, elapsed() < feed.budget.seconds else {
                    result.hasMore = true
                    return
                }
                requests += 1
                let outcome = try await perform(fetch, of: feed, with: &poll, pages: &pages, to: handoff, place: place)
                switch outcome {
                case .goOn: continue
                case .stop: return
                case .budgetSpent:
                    result.hasMore = true
                    return
                case .refused(let error, let head):
                    result.pauseSeconds = head.retryAfterSeconds(now: now.seconds)
                    result.fail(Problem(error, source: feed.source.name), code: error.code.rawValue)
                    return
                }
            }
        } catch let error as TransferError {
            result.fail(Problem(error, source: feed.source.name), code: error.code.rawValue)
        } catch let error as ConnectorError {
            result.fail(Problem(error, source: feed.source.name), code: error.code.rawValue)
        } catch let problem as Problem {
            result.fail(problem, code: "triage")
        } catch {
            result.fail(
                Problem(
                    .internal, at: feed.source.name, "reading it failed: \(error)", next: "report this as a defect"),
                code: "internal")
        }
    }

    private enum Outcome {
        case goOn
        case stop
        case budgetSpent
        case refused(ConnectorError, TransferHead)
    }

    /// Notes which posts of an export belong to the threads of `brand`, without storing any.
    func select(threadsOf brand: Author, in feed: ExportFeed) async throws -> ExportSelection {
        var selection = ExportSelection(threadsOf: brand)
        let pages = PageMaker(feed: feed, triage: triage, accounts: accounts, now: now)
        var poll = try pages.poll()
        while case .fetch(let fetch) = poll.next() {
            let stream = try await transfers.stream(feed.request(fetch))
            guard try poll.begin(ExportHead(stream.head)) == .read else { continue }
            var body = stream.makeAsyncIterator()
            while let chunk = try await body.next() {
                try poll.feed(chunk)
                while let page = poll.takePage(atMost: Self.pageRecords) { page.reports.forEach { selection.note($0) } }
            }
            try poll.finish()
            while let page = poll.takePage(atMost: Self.pageRecords) { page.reports.forEach { selection.note($0) } }
        }
        selection.close()
        return selection
    }

    /// Performs one fetch and hands over every page it brings.
    private func perform(
        _ fetch: ExportFetch, of feed: ExportFeed, with poll: inout ExportPoll, pages: inout PageMaker,
        to handoff: Handoff<ReadPage>, place: (String) -> String
    ) async throws -> Outcome {
        let stream: TransferStream
        do {
            stream = try await transfers.stream(feed.request(fetch))
        } catch {
            guard error.code == .fileShrunk else { throw error }
            try poll.failedBeyondEnd()
            return .goOn
        }
        do {
            guard try poll.begin(ExportHead(stream.head)) == .read else { return .goOn }
        } catch {
            return .refused(error, stream.head)
        }
        var broken: TransferError?
        var body = stream.makeAsyncIterator()
        reading: while true {
            let chunk: [UInt8]?
            do {
                chunk = try await body.next()
            } catch {
                // What came whole is kept; the next run goes on behind it.
                broken = error
                try poll.cutOff()
                break reading
            }
            guard let chunk else {
                try poll.finish()
                break reading
            }
            guard try poll.feed(chunk) else { return .goOn }
            while let page = poll.takePage(atMost: Self.pageRecords) {
                guard await handoff.give(try await pages.make(page, cursor: place(page.cursor.encoded))) else {
                    return .stop
                }
                if pages.rows >= feed.budget.items || elapsed() >= feed.budget.seconds {
                    return .budgetSpent
                }
            }
        }
        while let page = poll.takePage(atMost: Self.pageRecords) {
            guard await handoff.give(try await pages.make(page, cursor: place(page.cursor.encoded))) else {
                return .stop
            }
        }
        if let broken { throw broken }
        return .goOn
    }
}
