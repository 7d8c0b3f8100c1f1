import Dialogue
import ServiceHours
import TestSupport
import Testing

@Suite struct `Taking reports in` {
    private let now = SmallThread.start

    private func arrival(
        _ id: String, to parent: String? = nil, text: String? = nil, edited: Int64? = nil, by author: String = "anna"
    ) -> Arrival {
        let post = Post(
            key: PostKey(network: SmallThread.network, remoteID: id), parent: parent,
            author: Author(id: author, handle: author), at: now, text: text ?? id,
            editedAt: edited.map { now + $0 })
        return Arrival(post, triage: SmallThread.triage(.complaint), hash: ContentHash(of: post.text))
    }

    private func deletion(_ id: String, at seconds: Int64? = nil) throws -> Arrival {
        let key = PostKey(network: SmallThread.network, remoteID: id)
        return try #require(Arrival(deletion: .deleted(key, at: seconds.map { now + $0 })))
    }

    /// Stores like a store would: by what changes say, nothing else.
    private struct Shelf {
        var threads: [ThreadKey: ThreadFacts] = [:]
        var wordings: [PostKey: Set<ContentHash>] = [:]
        var counts = IntakeCounts()

        mutating func take(_ arrivals: [Arrival], now: Instant) {
            let keys = Intake.keys(of: arrivals)
            let touched = threads.values.filter { facts in
                keys.contains(PostKey(network: facts.key.network, remoteID: facts.key.root))
                    || facts.posts.contains {
                        keys.contains(PostKey(network: facts.key.network, remoteID: $0.remoteID))
                    }
            }
            let contested = Intake.contested(arrivals, in: touched)
            var intake = Intake(stored: touched, wordings: wordings.filter { contested.contains($0.key) }, now: now)
            for arrival in arrivals { intake.take(arrival, isLive: true) }
            counts += intake.counts
            for change in intake.changes {
                for key in change.replaces.keys { threads[key] = nil }
                let version = (change.replaces[change.key] ?? 0) + 1
                threads[change.key] = ThreadFacts(key: change.key, version: version, posts: change.posts)
                for write in change.writes {
                    let key = PostKey(network: change.key.network, remoteID: write.post.remoteID)
                    wordings[key, default: []].insert(write.post.hash)
                }
            }
        }

        /// What must not depend on the order of arrival.
        var essence: [String: [String]] {
            var essence: [String: [String]] = [:]
            for facts in threads.values {
                essence[facts.key.root] = facts.posts.map { post in
                    let deleted = post.deletedAt.map { "\($0.seconds)" } ?? "-"
                    return "\(post.remoteID) \(post.hash.high) \(post.author.id) \(post.parent ?? "-") \(deleted)"
                }.sorted()
            }
            return essence
        }
    }

    @Test func `a reply joins the thread of its parent`() {
        var shelf = Shelf()
        shelf.take([arrival("a"), arrival("b", to: "a")], now: now)
        #expect(shelf.threads.keys.map(\.root) == ["a"])
        #expect(shelf.counts.new == 2)
    }

    @Test func `replies to a post nobody knows share a thread, and the post finds them when it comes`() {
        var shelf = Shelf()
        shelf.take([arrival("b", to: "a")], now: now)
        shelf.take([arrival("c", to: "a")], now: now)
        #expect(shelf.threads.keys.map(\.root) == ["a"])
        shelf.take([arrival("a", to: "z")], now: now)
        #expect(shelf.threads.keys.map(\.root) == ["z"])
        #expect(shelf.threads.values.first?.posts.count == 3)
    }

    @Test func `the same report again changes nothing`() {
        var shelf = Shelf()
        shelf.take([arrival("a")], now: now)
        let before = shelf.threads
        shelf.take([arrival("a"), arrival("a")], now: now)
        #expect(shelf.threads == before)
        #expect(shelf.counts.duplicate == 2)
    }

    @Test func `an edit replaces the wording, and the older wording does not come back`() {
        var shelf = Shelf()
        shelf.take([arrival("a", text: "first"), arrival("a", text: "second", edited: 60)], now: now)
        shelf.take([arrival("a", text: "first")], now: now)
        #expect(shelf.threads.values.first?.posts.first?.hash == ContentHash(of: "second"))
        #expect(shelf.counts.edited == 1)
        #expect(shelf.counts.duplicate == 1)
    }

    @Test func `where the source dates no edits, the later new wording counts and a replay changes nothing`() {
        var shelf = Shelf()
        let file = [arrival("a", text: "first"), arrival("a", text: "second")]
        shelf.take(file, now: now)
        let before = shelf.threads
        shelf.take(file, now: now)
        #expect(shelf.threads == before)
        #expect(shelf.threads.values.first?.posts.first?.hash == ContentHash(of: "second"))
        #expect(shelf.counts.edited == 1)
    }

    @Test func `a deletion told before the post still holds`() throws {
        var shelf = Shelf()
        shelf.take([try deletion("b", at: 30)], now: now)
        shelf.take([arrival("a"), arrival("b", to: "a")], now: now)
        let post = try #require(shelf.threads.values.first?.posts.first { $0.remoteID == "b" })
        #expect(post.deletedAt == now + 30)
        #expect(post.author.id == "anna")
        #expect(shelf.threads.keys.map(\.root) == ["a"])
    }

    @Test func `posts that are each other's parents end in one thread with one name`() {
        for order in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
            let parents = ["a": "c", "b": "a", "c": "b"]
            var shelf = Shelf()
            for id in order { shelf.take([arrival(id, to: parents[id])], now: now) }
            #expect(shelf.threads.keys.map(\.root) == ["a"], "in the order \(order)")
        }
    }

    @Test func `a post that replies to itself starts a thread`() {
        var shelf = Shelf()
        shelf.take([arrival("a", to: "a")], now: now)
        #expect(shelf.threads.keys.map(\.root) == ["a"])
    }

    @Test(arguments: 0..<60)
    func `any order and any repetition of the same reports ends in the same threads`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var reports: [Arrival] = []
        for index in 0..<24 {
            // A parent may be unknown, later, or in a circle.
            let parent =
                Int.random(in: 0..<4, using: &generator) == 0 ? nil : "p\(Int.random(in: 0..<28, using: &generator))"
            reports.append(arrival("p\(index)", to: parent, by: "author\(index % 5)"))
            if index % 6 == 0 {
                reports.append(
                    arrival("p\(index)", to: parent, text: "edit \(index)", edited: 60, by: "author\(index % 5)"))
            }
            if index % 7 == 0 { reports.append(try deletion("p\(index)", at: 90)) }
        }
        var inOrder = Shelf()
        inOrder.take(reports, now: now)
        var shuffled = Shelf()
        var rest = (reports + reports.prefix(9)).shuffled(using: &generator)
        while !rest.isEmpty {
            let count = min(rest.count, Int.random(in: 1...6, using: &generator))
            shuffled.take(Array(rest.prefix(count)), now: now)
            rest.removeFirst(count)
        }
        #expect(shuffled.essence == inOrder.essence)
    }
}
