/// A Mastodon server on loopback whose people do what a test says, and whose clock stands until a test moves it.
///
/// The brand is `silberbahn`. It counts what is published, honours `Idempotency-Key` where its kind does, and errs by a plan.
package final class MastodonStandIn: Sendable {
    /// The bearer token that is taken.
    package static let token = "token-of-silberbahn"

    private let server: StandInServer
    private let world: Shared<MastodonStandInWorld>

    /// - Parameter now: the time on the server's clock, in seconds since 1970.
    /// - Throws: ``StandInError``.
    package init(_ kind: MastodonStandInKind = .mastodon, now: Int64, plan: FaultPlan = .none) throws(StandInError) {
        let world = Shared(MastodonStandInWorld(kind: kind, now: now))
        self.world = world
        server = try StandInServer(plan: plan) { request in world.withLock { $0.answer(request) } }
    }

    /// The account's base URL.
    package var url: String { server.url }
    /// Every request received.
    package var requests: [StandInRequest] { server.requests }
    /// Errs by another plan from now on.
    package func follow(_ plan: FaultPlan) { server.follow(plan) }
    /// Ends every connection.
    package func stop() { server.stop() }

    // MARK: - Time and rules

    /// Moves the clock on.
    package func wait(seconds: Int64) { world.withLock { $0.now += seconds } }
    /// Seconds since 1970, by the server's clock.
    package var now: Int64 { world.withLock { $0.now } }
    /// From now on only so many requests are answered until an instant.
    package func allow(requests: Int, until instant: Int64) {
        world.withLock { ($0.allowance, $0.resetsAt) = (requests, instant) }
    }
    /// What the token may do.
    package func grant(_ scopes: Set<String>) { world.withLock { $0.scopes = scopes } }
    /// Another token is valid now.
    package func revokeToken() { world.withLock { $0.token = "another" } }

    // MARK: - Memory

    /// All that a server knows at one time.
    package struct Memory: Sendable {
        let world: MastodonStandInWorld
        /// Seconds since 1970, by the server's clock.
        package var now: Int64 { world.now }
    }

    /// What it knows now.
    package var memory: Memory { Memory(world: world.withLock { $0 }) }
    /// Knows what it knew then and nothing else, its clock included.
    package func recall(_ memory: Memory) { world.withLock { $0 = memory.world } }

    // MARK: - What people do

    /// Somebody writes a post, and a second passes. Answers its id.
    ///
    /// Who names `@silberbahn` is heard of; `author` is `user` or `user@host`.
    @discardableResult
    package func post(
        _ text: String, by author: String, name: String? = nil, to parent: String? = nil, visibility: String = "public"
    ) -> String {
        world.withLock { world in
            world.now += 1
            return world.add(by: author, name: name, text, to: parent, visibility: visibility).id
        }
    }

    /// The brand writes a post in the platform's own app.
    @discardableResult
    package func brandPosts(_ text: String, to parent: String? = nil, visibility: String = "public") -> String {
        post(text, by: "silberbahn", to: parent, visibility: visibility)
    }

    /// The author changes a post, and a second passes.
    package func edit(_ id: String, to text: String) {
        world.withLock { world in
            world.now += 1
            guard let index = world.posts.firstIndex(where: { $0.id == id }) else { return }
            world.posts[index].text = text
            world.posts[index].editedAt = world.now
        }
    }

    /// The author deletes a post.
    package func delete(_ id: String) { world.withLock { $0.remove(id) } }

    /// Something else than a mention happens.
    package func notify(_ type: String, about post: String) { world.withLock { $0.note(type: type, about: post) } }

    // MARK: - What can be seen

    /// All posts, oldest first.
    package var posts: [MastodonStandInPost] { world.withLock { $0.posts } }
    /// How many posts were made through the API.
    package var commits: Int { world.withLock { $0.commits } }
    /// The id of an account.
    package func accountID(_ acct: String) -> String? { world.withLock { $0.people[acct]?.id } }
}
