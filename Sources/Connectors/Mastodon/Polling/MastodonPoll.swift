package import Dialogue
package import Foundation
package import HTTPTypes
package import ServiceHours

/// Reads what concerns an account on a Mastodon server, or on one that imitates it.
///
/// In this order: facts about server and account (once a day), mentions, the account's own posts, the threads of posts whose parent is not
/// known, threads below own posts (a reply that names nobody shows up nowhere else), and posts of open waits again, for edits and deletions.
package struct MastodonPoll: PollMachine {
    /// How much one run looks at beyond what is new.
    package struct Reach: Hashable, Sendable {
        /// Seconds for which replies below an own post are looked for.
        package var watchedFor: Seconds
        /// Threads of own posts that one run reads at the most.
        package var threads: Int
        /// Posts that one run reads again at the most.
        package var rereads: Int

        package init(watchedFor: Seconds = 7 * 86_400, threads: Int = 10, rereads: Int = 200) {
            self.watchedFor = watchedFor
            self.threads = threads
            self.rereads = rereads
        }
    }

    /// Statuses asked for at once. Missing ones are asked for singly, so a server that answers fewer is understood all the same.
    private static let batch = 20
    /// Orphans after which their threads are read before further pages are.
    private static let mostOrphans = 400
    /// Tries after which a thread that cannot be read is left alone.
    private static let mostTries = 5
    /// Answers about single posts or threads that may fail before the whole reading does.
    private static let mostTroubles = 3

    let posts: MastodonPostReader
    let reach: Reach
    let start: Instant
    private let liveSince: Instant
    var cursor: MastodonCursor
    private var saved: String
    private var instance: MastodonInstance?
    private var wantsOlderInstance = false
    var mentions: MastodonListReading?
    var own: MastodonListReading?
    /// Orphans whose parents the store does not know.
    private var confirmed: Set<MastodonID> = []
    var looks = 0
    var rereads: ArraySlice<String>
    var singles: [String] = []
    let known: [String: ContentHash]
    private var troubles = 0
    /// Until when the server wants to be left alone; nil when it said nothing, or once it is over. To be kept after the last question, too.
    package private(set) var pausedUntil: Instant?

    /// - Parameters:
    ///   - network: `mastodon:` and the server.
    ///   - cursor: as the last page had it; nil, or that of another server, reads from the beginning.
    ///   - liveSince: how far back the first reading goes.
    ///   - open: the posts in which an answer is owed, each with the wording that is stored.
    ///   - now: when this run began.
    package init(
        network: Network, cursor: MastodonCursor? = nil, liveSince: Instant,
        rereading open: [String: ContentHash] = [:], reach: Reach = Reach(), at now: Instant
    ) {
        posts = MastodonPostReader(network: network)
        self.reach = reach
        self.liveSince = liveSince
        start = now
        known = open
        saved = cursor?.encoded ?? ""
        self.cursor = cursor.flatMap { $0.network == network.name ? $0 : nil } ?? MastodonCursor(network: network.name)
        let ids = open.keys.sorted()
        let first = self.cursor.rereadAfter.flatMap { after in ids.firstIndex { $0 > after } } ?? 0
        rereads = (ids[first...] + ids[..<first]).prefix(max(0, reach.rereads))
        if ids.count <= reach.rereads { self.cursor.rereadAfter = nil }
        self.cursor.dropOld(at: now, watchedFor: reach.watchedFor)
        if let facts = self.cursor.facts, !facts.isStale(at: now) { openLists(facts) }
    }

    /// What is known of server and account; nil until the server has said it once.
    package var facts: MastodonFacts? { cursor.facts }

    // MARK: - Asking

    package func next(at now: Instant) -> PollStep {
        guard let ask else { return .done }
        switch ask {
        case .store(let keys): return .needKnown(keys)
        case .server(let question):
            if let pausedUntil, now < pausedUntil { return .wait(until: pausedUntil) }
            return .request(question.request)
        }
    }

    private enum Ask {
        case server(MastodonQuestion)
        case store(Set<PostKey>)
    }

    private var ask: Ask? {
        guard let facts = cursor.facts, let mentions, let own else {
            return .server(instance != nil ? .ownAccount : wantsOlderInstance ? .olderInstance : .instance)
        }
        if cursor.orphans.count >= Self.mostOrphans, let ask = askForOrphans { return ask }
        if let bounds = mentions.bounds { return .server(.mentions(bounds: bounds.map { .init(name: $0, value: $1) })) }
        if let bounds = own.bounds {
            return .server(.ownPosts(account: facts.accountID, bounds: bounds.map { .init(name: $0, value: $1) }))
        }
        if let ask = askForOrphans { return ask }
        if let watched = dueThread { return .server(.thread(watched)) }
        if let single = singles.last { return .server(.post(single)) }
        if let first = rereads.first {
            return .server(cursor.answersBatches == false ? .post(first) : .posts(Array(rereads.prefix(Self.batch))))
        }
        return nil
    }

    private var askForOrphans: Ask? {
        let open = cursor.orphans.filter { !confirmed.contains($0.id) }
        if !open.isEmpty { return .store(Set(open.map { posts.key($0.parent) })) }
        return orphan.map { .server(.thread($0.id)) }
    }

    private var orphan: MastodonCursor.Orphan? {
        cursor.orphans.min { ($0.tries, $0.id) < ($1.tries, $1.id) }
    }

    private var dueThread: MastodonID? {
        guard looks < reach.threads else { return nil }
        return cursor.watched.filter { $0.isDue(at: start, watchedFor: reach.watchedFor) }
            .min { ($0.lookedAt, $0.id) < ($1.lookedAt, $1.id) }?.id
    }

    package mutating func take(known: Set<PostKey>) {
        cursor.orphans.removeAll { known.contains(posts.key($0.parent)) }
        confirmed.formUnion(cursor.orphans.map(\.id))
    }

    // MARK: - Digesting

    package mutating func receive(
        _ answer: HTTPResponse, body: Data, at now: Instant
    ) throws(ConnectorError) -> PollPage {
        guard case .server(let question) = ask else { return PollPage() }
        let status = answer.status.code
        pausedUntil = MastodonPause.end(for: answer, strikes: cursor.strikes, now: now)
        var page = PollPage()
        if status == 429 {
            cursor.strikes = min(cursor.strikes + 1, 100)
        } else {
            if (200...299).contains(status) { cursor.strikes = 0 }
            do {
                try digest(question, status: status, body: body, into: &page, at: now)
            } catch {
                try endure(error, at: question)
            }
        }
        let encoded = cursorToSave.encoded
        if encoded != saved {
            page.cursor = encoded
            saved = encoded
        }
        return page
    }

    private var cursorToSave: MastodonCursor {
        var cursor = cursor
        if let mentions { cursor.mentions = mentions.track }
        if let own { cursor.own = own.track }
        return cursor
    }

    private mutating func digest(
        _ question: MastodonQuestion, status: Int, body: Data, into page: inout PollPage, at now: Instant
    ) throws(ConnectorError) {
        let isMissing = status == 404 || status == 410
        switch question {
        case .instance where isMissing: wantsOlderInstance = true
        case .posts where [400, 404, 405, 422].contains(status): cursor.answersBatches = false
        case .thread(let id) where isMissing:
            page.reports.append(.deleted(posts.key(id), at: nil))
            forget(thread: id)
        case .post(let id) where isMissing:
            page.reports.append(.deleted(posts.key(MastodonID(id)), at: nil))
            finish(post: id)
        default:
            guard (200...299).contains(status) else { throw ConnectorError(mastodon: status, at: question.place) }
            try digest(question, body: body, into: &page, at: now)
        }
    }

    private mutating func digest(
        _ question: MastodonQuestion, body: Data, into page: inout PollPage, at now: Instant
    ) throws(ConnectorError) {
        switch question {
        case .instance, .olderInstance:
            instance = try MastodonBody.object(of: MastodonInstance.self, in: body, place: question.place)
        case .ownAccount:
            let account = try MastodonBody.object(of: MastodonAccountRecord.self, in: body, place: question.place)
            guard let instance else { return }
            let facts = MastodonFacts(instance, account: account, at: now)
            // Another account's mentions and posts are other lists.
            if let before = cursor.facts, before.accountID != facts.accountID {
                cursor = MastodonCursor(network: posts.network.name)
            }
            cursor.facts = facts
            // A new version of the server may have learned it.
            cursor.answersBatches = nil
            openLists(facts)
        case .mentions:
            takeMentions(
                try MastodonBody.elements(of: MastodonNotification.self, in: body, place: question.place), into: &page,
                at: now)
        case .ownPosts:
            takeOwn(
                try MastodonBody.elements(of: MastodonStatus.self, in: body, place: question.place), into: &page,
                at: now)
        case .thread(let id): try takeThread(of: id, body: body, into: &page)
        case .posts(let ids):
            do {
                let read = try MastodonBody.elements(of: MastodonStatus.self, in: body, place: question.place)
                cursor.answersBatches = true
                takeAgain(read, asked: ids, into: &page)
            } catch {
                // A server that knows no such question may answer it with another one's answer.
                guard cursor.answersBatches == nil else { throw error }
                cursor.answersBatches = false
            }
        case .post(let id):
            let status = try MastodonBody.object(of: MastodonStatus.self, in: body, place: question.place)
            reportChange(of: status, into: &page)
            finish(post: id)
        case .ownApp: break
        }
    }

    /// Passes over trouble with a single post or thread, a few times; all other trouble ends the reading.
    private mutating func endure(_ error: ConnectorError, at question: MastodonQuestion) throws(ConnectorError) {
        guard error.code != .credentials, troubles < Self.mostTroubles else { throw error }
        switch question {
        case .thread(let id):
            if let index = cursor.orphans.firstIndex(where: { $0.id == id }) {
                cursor.orphans[index].tries += 1
                if cursor.orphans[index].tries >= Self.mostTries { cursor.orphans.remove(at: index) }
            } else {
                looked(at: id, seen: nil)
            }
        case .post(let id): finish(post: id)
        default: throw error
        }
        troubles += 1
    }

    private mutating func openLists(_ facts: MastodonFacts) {
        mentions = MastodonListReading(cursor.mentions, trustsOrder: facts.isKeyed, liveSince: liveSince)
        own = MastodonListReading(cursor.own, trustsOrder: facts.isKeyed, liveSince: liveSince)
    }
}
