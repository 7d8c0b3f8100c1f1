package import Dialogue
package import Foundation
package import HTTPTypes
package import ServiceHours

/// Looks at the post a reply answers and at what the account has said since: before an attempt, and after an unclear one.
///
/// It reads the post, the thread below it, and the account's own posts back to `since`. Trouble with any of them leaves the look incomplete.
package struct MastodonLook: Sendable {
    /// Pages of own posts that are read at the most: 400 posts.
    private static let mostPages = 10

    private enum Stage: Hashable, Sendable {
        case target
        case thread
        case own(page: Int, before: MastodonID?)
        case done
    }

    private let posts: MastodonPostReader
    private let target: String
    private let account: String
    private let since: Instant
    private let bound: Set<String>
    private var stage = Stage.target
    private var seenTarget: TargetSight.Target?
    private var replies: [String: SeenReply] = [:]
    private var isComplete = true
    private var pause: Seconds?

    /// - Parameters:
    ///   - target: the id of the post that is answered.
    ///   - account: our own id on the server.
    ///   - since: when the earliest attempt began, or else when the reply was approved. A few minutes more are read, for clocks differ.
    ///   - bound: ids of posts that are bound to other rows of the outbox.
    package init(network: Network, target: String, account: String, since: Instant, bound: Set<String>) {
        posts = MastodonPostReader(network: network)
        self.target = target
        self.account = account
        self.since = since - ReplyMatcher.clockTolerance
        self.bound = bound
    }

    /// What to ask next; nil when the look is over.
    package var request: ConnectorRequest? {
        switch stage {
        case .target: MastodonQuestion.post(target).request
        case .thread: MastodonQuestion.thread(MastodonID(target)).request
        case .own(_, let before):
            MastodonQuestion.ownPosts(
                account: account, bounds: before.map { [.init(name: "max_id", value: $0.text)] } ?? []
            ).request
        case .done: nil
        }
    }

    /// What the look has shown so far.
    package var sight: TargetSight {
        TargetSight(
            target: seenTarget, replies: replies.values.sorted { ($0.at, $0.remoteID) < ($1.at, $1.remoteID) },
            isComplete: isComplete && stage == .done, retryAfter: pause)
    }

    /// The request came to no complete answer.
    package mutating func fail() {
        isComplete = false
        // What stands below the target may still be shown by the other list.
        advance()
    }

    /// Digests the answer to ``request``.
    package mutating func receive(_ answer: HTTPResponse, body: Data, at now: Instant) {
        let status = answer.status.code
        if status == 401 || status == 403 || status == 429 {
            pause = status == 429 ? MastodonPublish.retryAfter(answer, now: now) : nil
            isComplete = false
            stage = .done
            return
        }
        let isMissing = status == 404 || status == 410
        do {
            switch stage {
            // The thread of a post is missing when the post is: it went between the two questions.
            case .target where isMissing, .thread where isMissing: seenTarget = .gone
            case _ where !(200...299).contains(status): isComplete = false
            case .target: try takeTarget(body)
            case .thread: try takeThread(body)
            case .own(let page, _):
                if try takeOwn(body, page: page) { return }
            case .done: break
            }
        } catch {
            isComplete = false
        }
        advance()
    }

    private mutating func advance() {
        switch stage {
        case .target: stage = seenTarget == .gone ? .own(page: 1, before: nil) : .thread
        case .thread: stage = .own(page: 1, before: nil)
        case .own, .done: stage = .done
        }
    }

    private mutating func takeTarget(_ body: Data) throws(ConnectorError) {
        let status = try MastodonBody.object(of: MastodonStatus.self, in: body, place: "post")
        guard status.id.text == target else { throw MastodonBody.complaint("post") }
        seenTarget = .standing(ContentHash(of: posts.post(status).text))
    }

    private mutating func takeThread(_ body: Data) throws(ConnectorError) {
        guard let below = JSONElements.member("descendants", of: Array(body)) else {
            throw MastodonBody.complaint("thread")
        }
        let statuses = try MastodonBody.elements(of: MastodonStatus.self, in: below, place: "thread")
        // A record that cannot be read might be the one that is looked for.
        if !statuses.broken.isEmpty { isComplete = false }
        statuses.read.forEach { note($0) }
    }

    /// True when another page is wanted.
    private mutating func takeOwn(_ body: Data, page: Int) throws(ConnectorError) -> Bool {
        let statuses = try MastodonBody.elements(of: MastodonStatus.self, in: body, place: "own posts")
        if !statuses.broken.isEmpty { isComplete = false }
        statuses.read.forEach { note($0) }
        guard let last = statuses.read.min(by: { $0.id < $1.id }) else { return false }
        if case .own(_, let before?) = stage, last.id >= before { return false }
        // Pages are in the order of ids; on most servers that is the order of time.
        if statuses.read.contains(where: { $0.createdAt.at < since }) { return false }
        guard page < Self.mostPages else {
            isComplete = false
            return false
        }
        stage = .own(page: page + 1, before: last.id)
        return true
    }

    private mutating func note(_ status: MastodonStatus) {
        guard status.account.id.text == account, status.parent?.text == target, !status.isBoost else { return }
        let id = status.id.text
        replies[id] = SeenReply(
            remoteID: id, url: WebAddress.kept(status.url), author: account, parent: target, at: status.createdAt.at,
            text: posts.words(of: status), isBound: bound.contains(id))
    }
}
