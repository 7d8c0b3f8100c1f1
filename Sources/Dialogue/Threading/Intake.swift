package import ServiceHours

/// Takes arriving reports into their threads, so that any order and any number of repetitions of the same reports end in the same threads.
///
/// - A post hangs below its parent. Where the parent is not known, its id names the thread until it arrives.
/// - A wording is known by its hash; the one with the latest time of edit is current.
/// - A deletion stays, also when it is told before the post, or when an export repeats the post later.
package struct Intake: Sendable {
    /// The stored threads, and those made here, by slot; a slot that was joined to another is nil.
    private var threads: [OpenThread?] = []
    private var slotOfPost: [PostKey: Int] = [:]
    private var slotOfRoot: [ThreadKey: Int] = [:]
    private let wordings: [PostKey: Set<ContentHash>]
    private let now: Instant
    package private(set) var counts = IntakeCounts()

    /// - Parameters:
    ///   - stored: every thread that ``keys(of:)`` touches.
    ///   - wordings: all wordings known of the posts that ``contested(_:in:)`` names.
    ///   - now: when these reports were received.
    package init(stored: [ThreadFacts], wordings: [PostKey: Set<ContentHash>] = [:], now: Instant) {
        self.wordings = wordings
        self.now = now
        for facts in stored {
            let slot = threads.count
            threads.append(OpenThread(facts))
            slotOfRoot[facts.key] = slot
            for post in facts.posts {
                slotOfPost[PostKey(network: facts.key.network, remoteID: post.remoteID)] = slot
            }
        }
    }

    /// The ids whose threads must be known before `arrivals` can be taken in: the posts and their parents.
    package static func keys(of arrivals: [Arrival]) -> Set<PostKey> {
        var keys = Set<PostKey>(minimumCapacity: arrivals.count * 2)
        for arrival in arrivals {
            keys.insert(arrival.report.key)
            if case .said(let post) = arrival.report, let parent = post.parent {
                keys.insert(PostKey(network: post.key.network, remoteID: parent))
            }
        }
        return keys
    }

    /// The posts of which a wording arrives that is not the current one, so that their older wordings have to be known too.
    package static func contested(_ arrivals: [Arrival], in stored: [ThreadFacts]) -> Set<PostKey> {
        var current: [PostKey: ContentHash] = [:]
        for facts in stored {
            for post in facts.posts {
                current[PostKey(network: facts.key.network, remoteID: post.remoteID)] = post.hash
            }
        }
        var contested: Set<PostKey> = []
        for arrival in arrivals {
            guard let hash = arrival.hash, let known = current[arrival.report.key], known != hash else { continue }
            contested.insert(arrival.report.key)
        }
        return contested
    }

    /// Takes one report in.
    /// - Parameter isLive: whether the post is young enough to be due, drafted and announced.
    package mutating func take(_ arrival: Arrival, isLive: Bool) {
        switch arrival.report {
        case .said(let post):
            guard let triage = arrival.triage, let hash = arrival.hash else { return }
            take(post, triage: triage, hash: hash, isLive: isLive)
        case .deleted(let key, let at):
            delete(key, at: at)
        }
    }

    /// Every thread as it stands now, those that are as they were stored among them; each at the version at which it was read, 0 for a new one.
    package var standing: [ThreadFacts] {
        threads.compactMap { $0?.facts }
    }

    /// The threads that are not as they are stored.
    package var changes: [ThreadChange] {
        threads.compactMap { $0?.change }
    }

    private mutating func take(_ post: Post, triage: TriageSummary, hash: ContentHash, isLive: Bool) {
        guard let slot = slotOfPost[post.key], let known = threads[slot]?.post(post.key.remoteID) else {
            counts.new += 1
            place(ThreadPost(post, triage: triage, hash: hash, receivedAt: now, isLive: isLive), of: post)
            return
        }
        if known.isPlaceholder {
            // The deletion came before the post: now it has a place and words, and stays deleted.
            counts.new += 1
            var arrived = ThreadPost(post, triage: triage, hash: hash, receivedAt: known.receivedAt, isLive: isLive)
            arrived.deletedAt = known.deletedAt
            threads[slot]?.forget(post.key.remoteID)
            place(arrived, of: post)
        } else if known.hash == hash {
            repeatWording(of: post, known: known, in: slot, isLive: isLive)
        } else {
            reword(post, triage: triage, hash: hash, known: known, in: slot, isLive: isLive)
        }
    }

    /// The current wording again: at most it says more exactly when it was written, or makes the post live.
    private mutating func repeatWording(of post: Post, known: ThreadPost, in slot: Int, isLive: Bool) {
        counts.duplicate += 1
        var marked = known
        marked.isLive = known.isLive || isLive
        if let editedAt = post.editedAt, known.editedAt.map({ editedAt > $0 }) ?? true { marked.editedAt = editedAt }
        if marked != known { threads[slot]?.mark(marked) }
    }

    private mutating func reword(
        _ post: Post, triage: TriageSummary, hash: ContentHash, known: ThreadPost, in slot: Int, isLive: Bool
    ) {
        let isKnownWording = threads[slot]?.hasWording(hash, of: post.key.remoteID) ?? false
        let isOlder = (known.editedAt?.seconds ?? .min) > (post.editedAt?.seconds ?? .min)
        let isUndated = known.editedAt == nil && post.editedAt == nil
        if isOlder || isUndated, isKnownWording || (wordings[post.key]?.contains(hash) ?? false) {
            counts.duplicate += 1
            return
        }
        counts.edited += 1
        var reworded = known
        reworded.hash = hash
        reworded.editedAt = post.editedAt
        reworded.triage = triage
        if !isOlder { reworded.isLive = known.isLive || isLive }
        threads[slot]?.write(reworded, text: post.text, language: post.language, isCurrent: !isOlder)
    }

    private mutating func place(_ arrived: ThreadPost, of post: Post) {
        let network = post.key.network
        let ownRoot = ThreadKey(network: network, root: post.key.remoteID)
        let waiting = slotOfRoot[ownRoot]
        let slot: Int
        var isCircle = false
        if let parent = post.parent {
            let parentRoot = ThreadKey(network: network, root: parent)
            let above = slotOfPost[PostKey(network: network, remoteID: parent)] ?? slotOfRoot[parentRoot]
            isCircle = above != nil && above == waiting
            switch (above, waiting) {
            case (let above?, let waiting?) where above != waiting: slot = join(waiting, to: above)
            case (let above?, _): slot = above
            case (nil, let waiting?):
                rename(waiting, to: parentRoot)
                slot = waiting
            case (nil, nil): slot = open(parentRoot)
            }
        } else {
            slot = waiting ?? open(ownRoot)
        }
        threads[slot]?.write(arrived, text: post.text, language: post.language, isCurrent: true)
        slotOfPost[post.key] = slot
        if isCircle { nameByCircle(from: post.key.remoteID, in: slot) }
    }

    /// Keeps a deletion, of an unknown post too: whenever the post is told later, it is gone already.
    private mutating func delete(_ key: PostKey, at: Instant?) {
        guard let slot = slotOfPost[key], let known = threads[slot]?.post(key.remoteID) else {
            counts.deleted += 1
            let placeholder = ThreadPost(placeholderFor: key.remoteID, deletedAt: at ?? now, receivedAt: now)
            let root = ThreadKey(network: key.network, root: key.remoteID)
            let slot = slotOfRoot[root] ?? open(root)
            threads[slot]?.write(placeholder, text: "", language: nil, isCurrent: true)
            slotOfPost[key] = slot
            return
        }
        if let stands = known.deletedAt, at.map({ $0 >= stands }) ?? true {
            counts.duplicate += 1
            return
        }
        if known.deletedAt == nil { counts.deleted += 1 } else { counts.duplicate += 1 }
        var marked = known
        marked.deletedAt = at ?? now
        threads[slot]?.mark(marked)
    }

    private mutating func open(_ key: ThreadKey) -> Int {
        threads.append(OpenThread(ThreadFacts(key: key, version: 0, posts: [])))
        slotOfRoot[key] = threads.count - 1
        return threads.count - 1
    }

    /// Hangs a whole thread below another, where its root turned out to have a parent; answers the slot that both are in from now on.
    ///
    /// The posts of the shorter one move, so that a thread which arrives from its end is not copied with every post.
    private mutating func join(_ slot: Int, to target: Int) -> Int {
        guard let below = threads[slot]?.posts.count, let above = threads[target]?.posts.count,
            let key = threads[target]?.key
        else { return target }
        let (kept, gone) = below > above ? (slot, target) : (target, slot)
        guard let absorbed = threads[gone] else { return kept }
        threads[gone] = nil
        slotOfRoot[absorbed.key] = nil
        for post in absorbed.posts {
            slotOfPost[PostKey(network: absorbed.key.network, remoteID: post.remoteID)] = kept
        }
        threads[kept]?.absorb(absorbed)
        rename(kept, to: key)
        return kept
    }

    private mutating func rename(_ slot: Int, to key: ThreadKey) {
        guard let old = threads[slot]?.key, old != key else { return }
        slotOfRoot[old] = nil
        slotOfRoot[key] = slot
        threads[slot]?.rename(to: key)
    }

    /// Hostile data can make posts each other's parents. Such a thread is named by the smallest id of the circle, whichever came first.
    private mutating func nameByCircle(from remoteID: String, in slot: Int) {
        guard let thread = threads[slot] else { return }
        var circle: Set<String> = []
        var current = remoteID
        while circle.insert(current).inserted {
            guard let parent = thread.post(current)?.parent else { return }
            current = parent
        }
        guard current == remoteID, let smallest = circle.min() else { return }
        rename(slot, to: ThreadKey(network: thread.key.network, root: smallest))
    }
}

extension ThreadPost {
    /// A post as it arrives.
    package init(_ post: Post, triage: TriageSummary, hash: ContentHash, receivedAt: Instant, isLive: Bool) {
        self.init(
            remoteID: post.key.remoteID, parent: post.parent, author: post.author, at: post.at,
            nanoseconds: post.nanoseconds, standsOnPage: post.standsOnPage, mentions: post.mentions,
            visibility: post.visibility, url: post.url, hash: hash, editedAt: post.editedAt, triage: triage,
            receivedAt: receivedAt, isLive: isLive)
    }
}
