import Dialogue
import Foundation
import SQLiteStorage
import ServiceHours
import Storage

/// What is due in the next hour, asked of stores with ten thousand and a million waits.
struct QueueBenchmark: Benchmark {
    let name = "queue"
    let summary = "what is due in the next hour; the number of waits must not show"

    private static let sizes = [10_000, 1_000_000]
    private static let page = 5_000
    private static let start = Instant(seconds: 1_772_438_400)
    /// Due in the hour that is asked for, at every size.
    private static let dueSoon = 50

    func measure(in bench: Bench) async throws {
        var stores: [(size: Int, store: SQLiteStore)] = []
        for size in Self.sizes { stores.append((size, try await store(of: size, in: bench))) }
        for (what, ask) in Self.questions {
            var costs: [[Double]] = stores.map { _ in [] }
            // In turn, so that what else the machine does falls on all alike.
            for _ in 0..<max(bench.runs, 20) {
                for (index, (_, store)) in stores.enumerated() {
                    let clock = ContinuousClock()
                    let began = clock.now
                    let found = try await ask(store)
                    let taken = began.duration(to: clock.now)
                    guard found == Self.dueSoon else {
                        throw MeasuringError("\(found) found instead of \(Self.dueSoon)")
                    }
                    costs[index].append(
                        Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18)
                }
            }
            let medians = costs.map { $0.sorted()[$0.count / 2] }
            for ((size, _), median) in zip(stores, medians) {
                Figures.show(
                    what, "\(Figures.grouped(size)) waits", Figures.milliseconds(median),
                    Figures.ratio(median / medians[0]))
            }
        }
        for (_, store) in stores { try store.close() }
    }

    private static let questions: [(String, @Sendable (SQLiteStore) async throws -> Int)] = [
        (
            "waits due within the hour",
            { store in try await store.queue(dueUntil: start + 3_600, limit: 200).count }
        ),
        (
            "resolutions due within the hour",
            { store in try await store.resolutions(dueUntil: start + 3_600, at: start, limit: 200).count }
        ),
    ]

    /// A store with so many conversations, each owed an answer and a resolution: a few soon, all others later.
    private func store(of size: Int, in bench: Bench) async throws -> SQLiteStore {
        let folder = try bench.place("queue-\(size)")
        let done = folder.appending(path: "done")
        let path = folder.appending(path: "antwort.db").path
        let store = try SQLiteStore(path: path, access: .creating)
        if FileManager.default.fileExists(atPath: done.path) { return store }
        guard let model = ModelVersion("bench-1") else { throw MeasuringError("no model version") }
        for first in stride(from: 0, to: size, by: Self.page) {
            var page = PageCommit()
            page.threads = (first..<min(first + Self.page, size)).map { Self.thread($0, of: size, readBy: model) }
            guard try await store.commit(page) == .committed else { throw MeasuringError("a page was superseded") }
        }
        try Data().write(to: done)
        return store
    }

    private static func thread(_ number: Int, of size: Int, readBy model: ModelVersion) -> ThreadCommit {
        let id = "p\(number)"
        let key = ThreadKey(network: Network("bench"), root: id)
        let author = Author(id: "u\(number % 5_000)")
        let isSoon = number.isMultiple(of: size / dueSoon)
        let dueAt = start + (isSoon ? 60 + Int64(number % 3_000) : 7_200 + Int64(number))
        let triage = TriageSummary(
            language: .german, register: .none, forUs: true, needsAnswer: true, intent: .question, sentiment: .neutral,
            urgency: .usual, flags: [], modelVersion: model)
        let post = ThreadPost(
            remoteID: id, parent: nil, author: author, at: start - 60, hash: ContentHash(of: id), triage: triage,
            receivedAt: start, isLive: true)
        let wait = ResponseClock(
            kind: .firstResponse, origin: id, startedAt: start - 60, dueAt: dueAt, target: 3_600,
            targetName: "standard", policy: 1, ending: nil)
        let resolution = ResolutionClock(
            origin: id, startedAt: start - 60, seenAt: start, isLive: true, target: 7_200, targetName: "standard",
            policy: 1, stretches: [.init(from: start - 60, to: nil)], dueAt: dueAt)
        let record = ConversationRecord(
            id: id, account: "brand", platform: "facebook", thread: key, opener: author, opening: id,
            openedAt: start - 60, lastPostAt: start - 60, posts: 1, intent: .question, language: .german,
            register: .none, urgency: 0, flags: [], url: nil, isHistory: false,
            standing: ConversationStanding(owedFrom: start - 60, isWaiting: false), wait: wait, firstResponse: wait,
            resolution: resolution)
        return ThreadCommit(
            key: key, replaces: [:],
            posts: [PostWrite(post: post, text: "When does the train leave?", language: nil, isCurrent: true)],
            marks: [],
            conversations: [record])
    }
}
