import Connectors
package import Dialogue
import Foundation
import HTTPTypes
import ServiceHours
package import Storage
import Transfers

/// One run of `antwort publish`: takes every approved reply one step further, by the rules of ``OutboxMachine``.
///
/// What the rules decide is written before it is done, and nothing is sent whose attempt is not on record.
package struct PublishCycle: Sendable {
    /// More steps than any reply takes in one run.
    private static let mostSteps = 24
    private static let mostRows = 500

    private let store: any Store
    private let publishers: [String: Publisher]
    private let ingest: Ingest
    private let triage: TriageStep
    private let accounts: AccountBook
    private let moment: @Sendable () -> PublishMoment

    /// - Parameter moment: asked before every decision, for exchanges take time.
    package init(
        store: any Store, publishers: [Publisher], ingest: Ingest, triage: TriageStep, accounts: AccountBook,
        moment: @escaping @Sendable () -> PublishMoment
    ) {
        self.store = store
        self.publishers = Dictionary(publishers.map { ($0.account.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.ingest = ingest
        self.triage = triage
        self.accounts = accounts
        self.moment = moment
    }

    /// Works on every reply that is not at its end, one after the other.
    package func run() async throws(Problem) -> PublishReport {
        var report = PublishReport()
        do {
            for entry in try await store.unfinishedOutbox(limit: Self.mostRows) {
                guard let publisher = publishers[entry.approval.account] else {
                    report.problems.append(
                        Problem(
                            .partial, at: "outbox \(entry.id)", field: entry.approval.account,
                            "its account cannot publish: it is not in the settings, or its source was never read",
                            next: "run 'antwort watch', and see 'antwort source test'"))
                    continue
                }
                do {
                    try await work(on: entry, through: publisher, into: &report)
                } catch let error as ReviewError {
                    // What is stored is not what was approved: it is not touched, and everything else goes on.
                    report.problems.append(Problem(error, at: "outbox \(entry.id)"))
                }
            }
        } catch {
            throw Problem(any: error)
        }
        return report
    }

    private func work(
        on entry: OutboxEntry, through publisher: Publisher, into report: inout PublishReport
    ) async throws {
        var row = try entry.row()
        var attempts = entry.attempts
        var event = OutboxEvent.run
        let machine = OutboxMachine(profile: publisher.profile, author: publisher.facts.accountID)
        for _ in 0..<Self.mostSteps {
            let now = moment()
            switch machine.decide(on: event, for: row, attempts: attempts, at: now) {
            case .rest, .refuse: return
            case .wait, .waitForPerson:
                report.note(row)
                return
            case .preflight: event = .preflight(try await look(for: row, attempts: attempts, through: publisher))
            case .readBack: event = .readBack(try await look(for: row, attempts: attempts, through: publisher))
            case .change(let change):
                let thread = try await threadCommit(for: change, of: row, through: publisher)
                let commit = OutboxCommit(change, threads: thread)
                guard try await store.commit(commit) == .committed,
                    let written = try await store.outbox(idPrefix: row.id).first
                else { return }
                row = try written.row()
                attempts = written.attempts
                guard let posting = change.posting else {
                    if row.progress.state == .sent { report.sent.append(row) }
                    event = .run
                    continue
                }
                event = .answer(await post(posting, of: row, through: publisher))
            }
        }
    }

    // MARK: Looking

    /// Looks at the target and at what we have said since.
    private func look(
        for row: OutboxRow, attempts: [Attempt], through publisher: Publisher
    ) async throws -> TargetSight {
        let network = row.approval.target.key.network
        // Asked once without knowing what is bound, so that only what was found has to be looked up.
        var look = MastodonLook(
            network: network, target: row.approval.target.key.remoteID, account: publisher.facts.accountID,
            since: row.approval.approvedAt,
            bound: [])
        while let request = look.request {
            do {
                let answer = try await publisher.door.ask(request)
                look.receive(answer.head.httpResponse, body: answer.body, at: moment().now)
            } catch is TransferError {
                look.fail()
            }
        }
        let sight = look.sight
        let found = Set(sight.replies.map { PostKey(network: network, remoteID: $0.remoteID) })
        let bound = try await store.published(remoteIDs: found)
        return sight.marking(bound: Set(bound.map(\.remoteID)), besides: row.progress.reply?.remoteID)
    }

    // MARK: Sending

    /// Sends the one request of an attempt that is on record.
    private func post(_ posting: Posting, of row: OutboxRow, through publisher: Publisher) async -> PublishAnswer {
        do {
            let answer = try await publisher.door.ask(MastodonPublish.request(posting.request), for: .publish)
            let response = answer.head.httpResponse
            return PublishAnswer(
                status: response.status.code, isComplete: true, bytesSent: answer.bytesSent,
                retryAfter: MastodonPublish.retryAfter(response, now: moment().now),
                reading: MastodonPublish.reading(
                    response, body: answer.body, wantedParent: row.approval.target.key.remoteID))
        } catch let error as TransferError {
            return PublishAnswer(
                status: error.statusSeen, isComplete: false, bytesSent: error.bytesSent, curlCode: error.curlCode,
                reading: .nothing)
        } catch {
            // The token could not be read: nothing was opened.
            return PublishAnswer(status: nil, isComplete: false, bytesSent: 0, reading: .nothing)
        }
    }

    // MARK: Entering it into the thread

    /// What a reply that has become public changes in its thread: written together with its state, so that the clock stops with it.
    private func threadCommit(
        for change: OutboxChange, of row: OutboxRow, through publisher: Publisher
    ) async throws -> [ThreadCommit] {
        guard let reply = change.sent else { return [] }
        let target = row.approval.target.key
        let visibility = MastodonPublish.visibility(answering: row.approval.target.visibility, preferred: .public)
        let post = Post(
            key: PostKey(network: target.network, remoteID: reply.remoteID), parent: target.remoteID,
            author: Author(
                id: publisher.facts.accountID, handle: publisher.facts.handle, name: publisher.account.author.name),
            at: reply.at ?? moment().now, text: row.body.text, mentions: Mention.written(in: row.body.text),
            url: reply.url,
            visibility: visibility)
        var triage = triage
        let arrivals = try await triage.read([.said(post)], from: publisher.account, accounts: accounts)
        return try await ingest.decide(arrivals, accounts: accounts, liveSince: moment().now).threads
    }
}
