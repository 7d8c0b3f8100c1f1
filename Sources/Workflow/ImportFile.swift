package import Connectors
package import Dialogue
import Foundation
package import ServiceHours
package import Storage
package import Transfers

/// Reads an export once, to its end.
package struct ImportFile: Sendable {
    /// What to import, and for whom.
    package struct Order: Sendable {
        /// An absolute URL.
        package let url: String
        package let format: ExportFormat
        /// nil: every brand found in it becomes an account.
        package let account: Account?
        /// Posts at or after this instant are live; nil when all of it is history.
        package let liveSince: Instant?

        package init(url: String, format: ExportFormat, account: Account?, liveSince: Instant?) {
            self.url = url
            self.format = format
            self.account = account
            self.liveSince = liveSince
        }
    }

    /// The name under which an import's quarantined records stand.
    package static let sourceName = "import"

    private let store: any Store
    private let transfers: TransferDriver
    private let triage: TriageStep
    private let accounts: AccountBook
    private let policies: ResponsePolicies
    private let newPolicy: PolicyVersion?
    private let now: Instant
    private let elapsed: @Sendable () -> Seconds
    private let progress: @Sendable (Int) -> Void

    package init(
        store: any Store, transfers: TransferDriver, triage: TriageStep, accounts: AccountBook,
        policies: ResponsePolicies, newPolicy: PolicyVersion?, now: Instant, elapsed: @escaping @Sendable () -> Seconds,
        progress: @escaping @Sendable (Int) -> Void
    ) {
        self.store = store
        self.transfers = transfers
        self.triage = triage
        self.accounts = accounts
        self.policies = policies
        self.newPolicy = newPolicy
        self.now = now
        self.elapsed = elapsed
        self.progress = progress
    }

    /// Imports and keeps a record of the run.
    package func run(_ order: Order) async throws(Problem) -> SourceResult {
        do {
            if let newPolicy { _ = try await store.adopt(newPolicy) }
            let result = await read(order)
            try await store.record(
                RunRecord(
                    command: "import", startedAt: now, endedAt: now + elapsed(),
                    exitCode: result.failure == nil ? result.notices.isEmpty ? 0 : 2 : 69, summary: result.summary.json)
            )
            return result
        } catch {
            throw Problem(error)
        }
    }

    private func read(_ order: Order) async -> SourceResult {
        var result = SourceResult(source: Self.sourceName)
        let isForOneBrand = order.account != nil && order.format == .twcs
        var accounts = accounts
        if let account = order.account { accounts.add(account) }
        let reader = SourceReader(
            transfers: transfers, ingest: Ingest(store: store, policies: policies, now: now), triage: triage,
            accounts: accounts, now: now, elapsed: elapsed, progress: progress)
        let source = WatchedSource(
            name: Self.sourceName, account: order.account ?? .unassigned(on: ExportFormat.twcsNetwork),
            format: order.format, url: order.url, budget: .unlimited)
        var feed = ExportFeed(source: source, url: order.url, cursor: nil, liveSince: order.liveSince)
        feed.keepsCursor = false
        feed.findsAccounts = order.account == nil
        feed.firstAccounts = order.account.map { [$0] } ?? []
        if let account = order.account, isForOneBrand {
            do {
                feed.selection = try await reader.select(threadsOf: account.author, in: feed)
            } catch let error as TransferError {
                result.fail(Problem(error, source: Self.sourceName), code: error.code.rawValue)
                return result
            } catch let error as ConnectorError {
                result.fail(Problem(error, source: Self.sourceName), code: error.code.rawValue)
                return result
            } catch {
                result.fail(
                    Problem(
                        .internal, at: Self.sourceName, "reading it failed: \(error)", next: "report this as a defect"),
                    code: "internal")
                return result
            }
        }
        await reader.read(feed, into: &result) { $0 }
        return result
    }
}
