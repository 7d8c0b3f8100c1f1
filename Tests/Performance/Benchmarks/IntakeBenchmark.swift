import Connectors
import Dialogue
import Foundation
import SQLiteStorage
import ServiceHours
import Storage

/// An import without triage, one step after the other on one core: which step takes how long.
struct IntakeBenchmark: Benchmark {
    let name = "intake"
    let summary = "an export through reading, threading, conversations and SQLite on one core, with triage left out"

    private static let pageRecords = 5_000
    private static let chunkBytes = 1 << 18

    func measure(in bench: Bench) async throws {
        for rows in bench.rows {
            let export = try bench.export(rows: rows)
            let folder = try bench.place("intake-\(rows)")
            defer { try? FileManager.default.removeItem(at: folder) }
            var run = try IntakeRun(store: folder.appending(path: "antwort.sqlite").path)
            let cost = try await Cost.measuring { try await run.read(export) }
            let size = "\(Figures.grouped(rows)) rows"
            Figures.show(
                "intake without triage", size, Figures.rate(run.posts, cost.wall, "posts"),
                "wall \(Figures.seconds(cost.wall))", "cpu \(Figures.seconds(cost.cpu))",
                "peak \(Figures.megabytes(cost.peakBytes))")
            for (step, seconds) in run.steps {
                Figures.show(
                    "  \(step)", size, Figures.seconds(seconds),
                    "\(Figures.decimal(seconds / Double(max(run.posts, 1)) * 1e6, digits: 1)) us a post")
            }
        }
    }

    /// What `antwort import` does, in its order, but without doing two things at once.
    private struct IntakeRun {
        private let store: SQLiteStore
        private let policies: ResponsePolicies
        private let now = Instant(seconds: 1_514_894_400)
        private var accounts = AccountBook([])
        private let triage: TriageSummary
        private(set) var posts = 0
        private(set) var reading = 0.0
        private(set) var asking = 0.0
        private(set) var threading = 0.0
        private(set) var conversing = 0.0
        private(set) var committing = 0.0

        init(store path: String) throws {
            store = try SQLiteStore(path: path, access: .creating)
            policies = try BenchPolicies.usual()
            triage = try BenchTriage.constant()
        }

        var steps: [(String, Double)] {
            [
                ("read CSV", reading), ("ask for threads", asking), ("thread", threading),
                ("conversations", conversing), ("commit", committing),
            ]
        }

        mutating func read(_ export: URL) async throws {
            let file = try FileHandle(forReadingFrom: export)
            defer { try? file.close() }
            var poll = ExportPoll(format: .twcs, isLocalFile: true, acceptsUnterminatedTail: true)
            guard case .fetch = poll.next(), try poll.begin(ExportHead(status: 0)) == .read else { return }
            var isAtEnd = false
            while !isAtEnd {
                let start = ContinuousClock.now
                let chunk = try file.read(upToCount: IntakeBenchmark.chunkBytes).map { [UInt8]($0) } ?? []
                isAtEnd = chunk.isEmpty
                if isAtEnd { try poll.finish() } else { try poll.feed(chunk) }
                var pages: [(ExportPage, [Arrival])] = []
                while let page = poll.takePage(atMost: IntakeBenchmark.pageRecords) {
                    pages.append((page, arrivals(page)))
                }
                reading += (ContinuousClock.now - start).inSeconds
                for (page, arrivals) in pages { try await take(page, arrivals) }
            }
        }

        private func arrivals(_ page: ExportPage) -> [Arrival] {
            page.reports.compactMap { report in
                guard case .said(let post) = report else { return Arrival(deletion: report) }
                return Arrival(post, triage: triage, hash: ContentHash(of: post.text))
            }
        }

        private mutating func take(_ page: ExportPage, _ arrivals: [Arrival]) async throws {
            var commit = PageCommit()
            commit.accounts = newAccounts(page.brandAuthors)
            var clock = ContinuousClock.now
            func lap() -> Double {
                let now = ContinuousClock.now
                defer { clock = now }
                return (now - clock).inSeconds
            }
            let stored = try await store.threads(touchedBy: Intake.keys(of: arrivals))
            asking += lap()
            var intake = Intake(stored: stored, now: now)
            for arrival in arrivals { intake.take(arrival, isLive: true) }
            let changes = intake.changes
            posts += intake.counts.new
            threading += lap()
            let reader = ConversationReader(accounts: accounts, policies: policies)
            commit.threads = changes.map { change in
                ThreadCommit(
                    key: change.key, replaces: change.replaces,
                    posts: change.writes.map {
                        PostWrite(post: $0.post, text: $0.text, language: $0.language, isCurrent: $0.isCurrent)
                    }, marks: change.marks,
                    conversations: reader.conversations(in: change.key, posts: change.posts).map(\.record))
            }
            conversing += lap()
            _ = try await store.commit(commit)
            committing += lap()
        }

        private mutating func newAccounts(_ brands: [Author]) -> [Account] {
            let network = ExportFormat.twcsNetwork
            let new = brands.filter { accounts.account(writingAs: $0, on: network) == nil }.map {
                Account(name: $0.id, platform: "export", network: network, author: $0)
            }
            new.forEach { accounts.add($0) }
            return new
        }
    }
}
