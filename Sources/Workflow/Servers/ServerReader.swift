import Connectors
package import Dialogue
import Foundation
import HTTPTypes
package import ServiceHours
package import Storage
import Transfers

/// Polls one server: performs what its machine asks for, and stores each answer with the cursor behind it.
package struct ServerReader: Sendable {
    /// The longest pause that is slept through; for a longer one the next run comes back.
    private static let longestNap: Seconds = 2

    private let store: any Store
    private let ingest: Ingest
    private let triage: TriageStep
    private let accounts: AccountBook
    private let now: Instant
    private let elapsed: @Sendable () -> Seconds

    package init(
        store: any Store, ingest: Ingest, triage: TriageStep, accounts: AccountBook, now: Instant,
        elapsed: @escaping @Sendable () -> Seconds
    ) {
        self.store = store
        self.ingest = ingest
        self.triage = triage
        self.accounts = accounts
        self.now = now
        self.elapsed = elapsed
    }

    /// Polls a server from where `state` says that it was left.
    package func read(_ server: WatchedServer, from state: SourceState) async -> SourceResult {
        var result = SourceResult(source: server.name)
        do {
            var poll = MastodonPoll(
                network: server.account.network, cursor: try state.cursor.map { try MastodonCursor(encoded: $0) },
                liveSince: server.liveSince ?? state.addedAt, rereading: try await postsOwed(to: server.account),
                reach: server.reach, at: now)
            var feed = ServerFeed(server: server, state: state, triage: triage, accounts: accounts, now: now)
            try await drive(&poll, feed: &feed, into: &result)
            result.notices = feed.notices
        } catch let error as TransferError {
            result.fail(Problem(error, source: server.name), code: error.code.rawValue)
        } catch let error as ConnectorError {
            result.fail(Problem(error, source: server.name), code: error.code.rawValue)
        } catch let error as StorageError {
            result.fail(Problem(error), code: "store")
        } catch let problem as Problem {
            result.fail(problem, code: "own")
        } catch {
            result.fail(
                Problem(.internal, at: server.name, "reading it failed: \(error)", next: "report this as a defect"),
                code: "internal")
        }
        return result
    }

    /// The posts in which this account owes an answer, each with the wording that is stored.
    private func postsOwed(to account: Account) async throws(StorageError) -> [String: ContentHash] {
        let waiting = try await store.queue(dueUntil: nil, limit: 1_000).filter { $0.account == account.name }
        let keys = Set(
            waiting.compactMap { record in
                record.wait.map { PostKey(network: record.thread.network, remoteID: $0.origin) }
            })
        var owed: [String: ContentHash] = [:]
        for (key, wordings) in try await store.wordings(of: keys) {
            owed[key.remoteID] = wordings.last { $0.isCurrent }?.hash
        }
        return owed
    }

    private func drive(_ poll: inout MastodonPoll, feed: inout ServerFeed, into result: inout SourceResult) async throws
    {
        let budget = feed.server.budget
        var requests = 0
        while true {
            let instant = now + elapsed()
            switch poll.next(at: instant) {
            case .done: return
            case .needKnown(let keys): poll.take(known: try await store.known(among: keys))
            case .wait(let until):
                guard until - instant <= Self.longestNap else {
                    result.pauseSeconds = until - now
                    result.hasMore = true
                    return
                }
                try await Task.sleep(for: .seconds(until - instant))
            case .request(let request):
                guard requests < budget.requests, elapsed() < budget.seconds, feed.rows < budget.items else {
                    result.hasMore = true
                    return
                }
                requests += 1
                let answer = try await feed.server.door.ask(request)
                let page: PollPage
                do {
                    page = try poll.receive(answer.head.httpResponse, body: answer.body, at: instant)
                } catch {
                    result.pauseSeconds = answer.head.retryAfterSeconds(now: instant.seconds)
                    throw error
                }
                guard !page.isEmpty else { continue }
                result.summary += try await ingest.take(try await feed.make(page))
            }
        }
    }
}
