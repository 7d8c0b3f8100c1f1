import Dialogue
import ServiceHours
import TestSupport

/// Posts to threads and conversations, in memory alone.
struct ThreadingBenchmark: Benchmark {
    let name = "threading"
    let summary = "posts into threads and conversations on one core: many small threads, then single long ones"

    func measure(in bench: Bench) async throws {
        let policies = try BenchPolicies.usual()
        try await take(smallThreads(5_000), "pages of small threads", rounds: 20, policies)
        for posts in [1_000, 10_000] {
            try await take(wideThread(posts), "one wide thread", rounds: 3, policies)
            try await take(deepThread(posts), "one deep thread", rounds: 3, policies)
            try await take(deepThread(posts).reversed(), "one deep thread, backwards", rounds: 3, policies)
        }
    }

    private func take(_ posts: [Post], _ what: String, rounds: Int, _ policies: ResponsePolicies) async throws {
        let triage = try BenchTriage.constant()
        let arrivals = posts.map { Arrival($0, triage: triage, hash: ContentHash(of: $0.text)) }
        let reader = ConversationReader(accounts: AccountBook([SmallThread.account]), policies: policies)
        var threading = 0.0
        var conversing = 0.0
        var found = 0
        for _ in 0..<rounds {
            var changes: [ThreadChange] = []
            threading += await Cost.measuring {
                var intake = Intake(stored: [], now: SmallThread.start)
                for arrival in arrivals { intake.take(arrival, isLive: true) }
                changes = intake.changes
            }.cpu
            conversing += await Cost.measuring {
                for change in changes { found += reader.conversations(in: change.key, posts: change.posts).count }
            }.cpu
        }
        Figures.show(
            what, "\(Figures.grouped(posts.count)) posts",
            Figures.rate(rounds * posts.count, threading + conversing, "posts"),
            "threads \(Figures.rate(rounds * posts.count, threading, "posts"))",
            "conversations \(Figures.rate(rounds * posts.count, conversing, "posts"))", "\(found / rounds) found")
    }

    /// Three posts a thread, in no order.
    private func smallThreads(_ count: Int) -> [Post] {
        var chance = SeededGenerator(seed: 6)
        let posts = (0..<count).map { number in
            let isBrand = number % 3 == 1
            return post(
                number, by: isBrand ? "brand" : "customer-\(number / 3)", to: number % 3 == 0 ? nil : number - 1)
        }
        return posts.shuffled(using: &chance)
    }

    private func wideThread(_ count: Int) -> [Post] {
        (0..<count).map { post($0, by: $0 % 5 == 1 ? "brand" : "customer-\($0 % 900)", to: $0 == 0 ? nil : 0) }
    }

    private func deepThread(_ count: Int) -> [Post] {
        (0..<count).map { post($0, by: $0 % 2 == 1 ? "brand" : "customer-\($0 % 9)", to: $0 == 0 ? nil : $0 - 1) }
    }

    private func post(_ number: Int, by author: String, to parent: Int?) -> Post {
        Post(
            key: PostKey(network: SmallThread.network, remoteID: "p\(number)"), parent: parent.map { "p\($0)" },
            author: author == "brand" ? SmallThread.brand : Author(id: author, handle: author),
            at: SmallThread.start + Int64(number) * 60, text: "made post \(number)", mentions: ["brand"])
    }
}
