import Foundation
import StandIns
import TestSupport

/// A Mastodon server at which a test plays the customers: our own stand-in, or one that others wrote.
protocol SocialServer: Sendable {
    var url: String { get }
    /// The brand's token.
    var token: String { get }
    /// The brand's handle, without `@`.
    var brand: String { get }
    /// Service hours in which its clock stands.
    var hours: String { get }
    /// The time on its clock, for `--now`.
    var now: String { get }

    /// Somebody writes a post. Answers its id.
    func post(_ text: String, by author: String, to parent: String?, visibility: String) async throws -> String
    /// The handle of somebody as the server tells it.
    func handle(of author: String) throws -> String
    /// Time passes.
    func wait(seconds: Int64)
    /// Errs by a plan from now on.
    func follow(_ plan: FaultPlan)
    /// What the brand has said there.
    var replies: [MastodonPeer.Reply] { get throws }
    func stop()
}

extension SocialServer {
    func post(
        _ text: String, by author: String, to parent: String? = nil, visibility: String = "public"
    ) async throws -> String {
        try await post(text, by: author, to: parent, visibility: visibility)
    }
}

/// Which of them.
enum SocialServerKind: String, CaseIterable, Sendable {
    case ours, ofOthers

    /// Starts it; nil where it is not installed, which was said.
    func start() throws -> (any SocialServer)? {
        switch self {
        case .ours: try OurServer()
        case .ofOthers: try MastodonPeer.ifInstalled(beside: ProjectFiles.root).map { PeerServer(peer: $0) }
        }
    }
}

/// Our stand-in: its clock stands still on a Friday afternoon until a test moves it.
struct OurServer: SocialServer {
    /// The instant of ``AntwortCommand/friday``.
    private static let friday: Int64 = 1_772_811_600

    let server: MastodonStandIn

    init(_ kind: MastodonStandInKind = .mastodon) throws {
        server = try MastodonStandIn(kind, now: Self.friday - 300)
    }

    var url: String { server.url }
    var token: String { MastodonStandIn.token }
    var brand: String { "silberbahn" }
    var hours: String { "Mo-Fr 06:00-22:00; Sa-Su 10:00-22:00" }
    var now: String { Clock.text(server.now) }

    func post(_ text: String, by author: String, to parent: String?, visibility: String) -> String {
        server.post(text, by: author, to: parent, visibility: visibility)
    }

    func handle(of author: String) -> String { author }
    func wait(seconds: Int64) { server.wait(seconds: seconds) }
    func follow(_ plan: FaultPlan) { server.follow(plan) }

    var replies: [MastodonPeer.Reply] {
        server.posts.filter { $0.author == "silberbahn" }.map {
            MastodonPeer.Reply(id: $0.id, parent: $0.parent, visibility: $0.visibility)
        }
    }

    func stop() { server.stop() }
}

/// A server of others: its clock is the machine's, so what passes here passes in `--now` alone.
final class PeerServer: SocialServer {
    private let peer: MastodonPeer
    private let passed = Passed()

    init(peer: MastodonPeer) {
        self.peer = peer
    }

    var url: String { peer.url }
    var token: String { MastodonPeer.token }
    var brand: String { MastodonPeer.handle }
    var hours: String { "24/7" }
    var now: String { Clock.text(Int64(Date().timeIntervalSince1970) + passed.seconds) }

    func post(_ text: String, by author: String, to parent: String?, visibility: String) throws -> String {
        try peer.post(text, by: author, to: parent, visibility: visibility)
    }

    func handle(of author: String) throws -> String { try peer.handle(of: author) }
    func wait(seconds: Int64) { passed.add(seconds) }
    func follow(_ plan: FaultPlan) { peer.follow(plan) }
    var replies: [MastodonPeer.Reply] { get throws { try peer.replies() } }
    func stop() { peer.stop() }
}

private enum Clock {
    static func text(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }
}

/// Seconds by which a program's clock is ahead.
private final class Passed: @unchecked Sendable {  // every access holds `lock`
    private var value: Int64 = 0
    private let lock = NSLock()

    var seconds: Int64 { lock.withLock { value } }
    func add(_ seconds: Int64) { lock.withLock { value += seconds } }
}
