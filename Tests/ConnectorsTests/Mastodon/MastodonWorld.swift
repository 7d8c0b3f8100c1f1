import Connectors
import Dialogue
import Foundation
import HTTPTypes
import ServiceHours
import StandIns
import TestSupport
import Testing
import Transfers

/// What the Mastodon tests share: the brand's server, fixtures, and a shell that performs what a machine asks for.
enum MastodonWorld {
    static let network = Network("mastodon:social.example")
    /// Monday, 2 March 2026, 12:00 UTC.
    static let now = Instant(seconds: 1_772_452_800)
    static let facts = MastodonFacts(
        version: "4.6.4", isKeyed: true, maxCharacters: 500, urlCharacters: 23, accountID: "7", handle: "silberbahn",
        askedAt: now)

    static func fixture(_ name: String) throws -> Data {
        Data(try ProjectFiles.fixture("mastodon/mastodon-\(name).json"))
    }

    static func answer(_ status: Int = 200, _ fields: [(String, String)] = []) -> HTTPResponse {
        var headers = HTTPFields()
        for (name, value) in fields { headers.append(HTTPField(name: HTTPField.Name(name)!, value: value)) }
        return HTTPResponse(status: .init(code: status), headerFields: headers)
    }

    static func key(_ id: String) -> PostKey { PostKey(network: network, remoteID: id) }

    /// A reply that a person has approved.
    static func approved(_ text: String) throws -> ApprovedReply {
        var thread = SmallThread()
        thread.say("c1", by: "nele", at: 0, names: ["brand"])
        let reader = ConversationReader(
            accounts: AccountBook([SmallThread.account]), policies: try TestPolicies.roundTheClock(first: 30, next: 60))
        let key = ThreadKey(network: SmallThread.network, root: "c1")
        let conversation = try #require(reader.conversations(in: key, posts: thread.posts).first)
        let draft = try #require(
            Draft(
                id: "d1", answering: "c1", in: conversation, body: ReplyText(text), origin: .byHand(by: "Anna"),
                createdAt: SmallThread.start))
        let review = try Review.waiting(draft).approve(
            by: "Anna", at: SmallThread.start, expecting: draft.hash, in: conversation)
        guard case .approved(let reply) = review else { return try #require(nil as ApprovedReply?) }
        return reply
    }

    /// The text that reading a post of this HTML gives.
    static func text(of html: String, mentions: String = "[]") throws -> String {
        let quoted = String(decoding: try JSONEncoder().encode(html), as: UTF8.self)
        let raw =
            #"{"id":"1","created_at":"2026-03-02T09:30:00Z","content":\#(quoted),"account":{"id":"2"},"mentions":\#(mentions)}"#
        guard case .said(let post)? = try MastodonPostReader(network: network).report(from: Array(raw.utf8), place: "t")
        else { return "no post" }
        return post.text
    }
}

/// A poll that has been answered from memory.
struct MastodonReplay {
    var poll: MastodonPoll
    var now = MastodonWorld.now
    var pages: [PollPage] = []
    var paths: [String] = []

    /// A poll that knows server and account already.
    init(
        cursor: MastodonCursor? = nil, liveSince: Instant = Instant(seconds: 0),
        rereading: [String: ContentHash] = [:], at now: Instant = MastodonWorld.now
    ) {
        self.now = now
        poll = MastodonPoll(
            network: MastodonWorld.network, cursor: cursor, liveSince: liveSince, rereading: rereading, at: now)
    }

    var reports: [PostReport] { pages.flatMap(\.reports) }
    var broken: [BrokenRecord] { pages.flatMap(\.broken) }
    var cursor: String? { pages.compactMap(\.cursor).last }
    var posts: [Post] {
        reports.compactMap { report in
            if case .said(let post) = report { post } else { nil }
        }
    }

    var path: String? {
        guard case .request(let request) = poll.next(at: now) else { return nil }
        return request.path
    }

    /// Answers the question that is asked now.
    mutating func answer(_ body: Data, _ head: HTTPResponse = MastodonWorld.answer()) throws {
        if let path { paths.append(path) }
        pages.append(try poll.receive(head, body: body, at: now))
    }

    mutating func answer(_ body: String, _ head: HTTPResponse = MastodonWorld.answer()) throws {
        try answer(Data(body.utf8), head)
    }

    /// Says what server and account are.
    mutating func introduce(_ instance: String = "instance-4.6") throws {
        try answer(MastodonWorld.fixture(instance))
        try answer(MastodonWorld.fixture("account-own"))
    }

    /// Answers everything that is still asked: lists are empty, nothing is known.
    mutating func finish() throws {
        for _ in 0..<1000 {
            switch poll.next(at: now) {
            case .done, .wait: return
            case .needKnown: poll.take(known: [])
            case .request(let request):
                try answer(request.path.hasSuffix("/context") ? #"{"ancestors":[],"descendants":[]}"# : "[]")
            }
        }
    }
}

/// A shell for machines: performs requests against a server, remembers what was reported.
struct MastodonShell {
    let url: String
    let token: String
    private let clock: @Sendable () -> Int64
    let driver = TransferDriver()
    var stored: [PostKey: Post] = [:]
    var deleted: Set<PostKey> = []
    var broken: [BrokenRecord] = []
    var cursor: String?
    var liveSince = Instant(seconds: 0)
    /// Of the last run.
    var requests = 0
    var reports = 0
    var commits = 0
    var pause: Instant?
    var asked: [String] = []

    init(_ server: MastodonStandIn) {
        self.init(url: server.url, token: MastodonStandIn.token) { server.now }
    }

    init(url: String, token: String, clock: @escaping @Sendable () -> Int64) {
        self.url = url
        self.token = token
        self.clock = clock
    }

    var now: Instant { Instant(seconds: clock()) }
    var texts: [String] { stored.values.sorted { $0.at < $1.at }.map(\.text) }

    func post(_ id: String) -> Post? { stored[MastodonWorld.key(id)] }

    /// Runs a poll to its end, or until so many requests are made.
    mutating func poll(
        rereading: [String] = [], reach: MastodonPoll.Reach = .init(), budget: Int = 500
    ) async throws {
        (requests, reports, commits, pause, asked) = (0, 0, 0, nil, [])
        let open = Dictionary(uniqueKeysWithValues: rereading.map { ($0, ContentHash(of: post($0)?.text ?? "")) })
        var machine = MastodonPoll(
            network: MastodonWorld.network, cursor: try cursor.map { try MastodonCursor(encoded: $0) },
            liveSince: liveSince, rereading: open, reach: reach, at: now)
        while true {
            switch machine.next(at: now) {
            case .done: return
            case .wait(let until):
                pause = until
                return
            case .needKnown(let keys): machine.take(known: keys.filter { stored[$0] != nil })
            case .request(let request):
                guard requests < budget else { return }
                requests += 1
                asked.append(request.path)
                let response = try await perform(request)
                let page = try machine.receive(response.head.httpResponse, body: response.body, at: now)
                take(page)
            }
        }
    }

    func perform(_ request: ConnectorRequest) async throws -> TransferResponse {
        var transfer = TransferRequest(
            method: request.method, url: url + request.path, headers: request.headers, body: Data(request.body))
        if request.isAuthorized { transfer.headers[.authorization] = "Bearer \(token)" }
        return try await driver.perform(transfer)
    }

    /// Sends a reply and says what came of it.
    func send(_ frozen: FrozenRequest, parent: String) async -> PublishAnswer {
        do {
            let response = try await perform(MastodonPublish.request(frozen))
            return PublishAnswer(
                status: response.status.code, isComplete: true, bytesSent: response.bytesSent,
                retryAfter: MastodonPublish.retryAfter(response.head.httpResponse, now: now),
                reading: MastodonPublish.reading(response.head.httpResponse, body: response.body, wantedParent: parent))
        } catch {
            let broken = error as? TransferError
            return PublishAnswer(
                status: broken?.statusSeen, isComplete: false, bytesSent: broken?.bytesSent ?? 1, reading: .nothing)
        }
    }

    private mutating func take(_ page: PollPage) {
        if page.isEmpty { return }
        commits += 1
        reports += page.reports.count
        broken += page.broken
        for report in page.reports {
            switch report {
            case .said(let post): stored[post.key] = post
            case .deleted(let key, _): deleted.insert(key)
            }
        }
        if let cursor = page.cursor { self.cursor = cursor }
    }

    /// Looks at a target and at what we said to it.
    func look(at target: String, by account: String = "7", since: Instant, bound: Set<String> = []) async throws
        -> TargetSight
    {
        var look = MastodonLook(
            network: MastodonWorld.network, target: target, account: account, since: since, bound: bound)
        while let request = look.request {
            do {
                let response = try await perform(request)
                look.receive(response.head.httpResponse, body: response.body, at: now)
            } catch {
                look.fail()
            }
        }
        return look.sight
    }
}
