import Dialogue
import ServiceHours

/// What ``MemoryStore`` keeps of posts, threads and conversations: a value, so that a commit changes a copy and takes its place, or does not.
struct StoredWorld: Sendable {
    private struct StoredThread: Sendable {
        var version: Int64
        /// In the order in which they became known.
        var posts: [String]
        var conversations: [ConversationRecord]
        /// Each with its number among all that were ever taken, in their order.
        var decisions: [(number: Int, decision: ConversationDecision)] = []
        /// Likewise, with how the wording was read then.
        var corrections: [(number: Int, correction: Correction, read: TriageSummary)] = []
    }

    private struct StoredPost: Sendable {
        var thread: ThreadKey
        var post: ThreadPost
        var text: String
        var language: String?
        /// In the order in which we saw them.
        var older: [Wording] = []

        func wording(isCurrent: Bool) -> Wording {
            Wording(text: text, language: language, hash: post.hash, editedAt: post.editedAt, isCurrent: isCurrent)
        }
    }

    private struct AuthorKey: Hashable, Sendable {
        let network: Network
        let id: String
    }

    private var threads: [ThreadKey: StoredThread] = [:]
    private var posts: [PostKey: StoredPost] = [:]
    private var authors: [AuthorKey: Author] = [:]
    private var decisionCount = 0
    private var correctionCount = 0

    // MARK: Asking

    var postCount: Int { posts.count }

    func holds(_ key: PostKey) -> Bool { posts[key] != nil }

    var conversations: [ConversationRecord] {
        threads.flatMap { key, thread in
            thread.conversations.map { $0.opened(by: known($0.opener, on: key.network)) }
        }
    }

    func facts(_ key: ThreadKey) -> ThreadFacts? {
        guard let thread = threads[key] else { return nil }
        let facts = thread.posts.compactMap { id -> ThreadPost? in
            guard let stored = posts[PostKey(network: key.network, remoteID: id)] else { return nil }
            return stored.post.written(by: known(stored.post.author, on: key.network))
        }
        return ThreadFacts(
            key: key, version: thread.version, posts: facts, decisions: thread.decisions.map(\.decision),
            corrections: thread.corrections.map(\.correction))
    }

    func threads(touchedBy keys: Set<PostKey>) -> [ThreadFacts] {
        var touched: Set<ThreadKey> = []
        for key in keys {
            let root = ThreadKey(network: key.network, root: key.remoteID)
            if let stored = posts[key] {
                touched.insert(stored.thread)
            } else if threads[root] != nil {
                touched.insert(root)
            }
        }
        return touched.sorted().compactMap { facts($0) }
    }

    func threads(holding remoteID: String) -> Set<ThreadKey> {
        Set(posts.filter { $0.key.remoteID == remoteID }.map(\.value.thread))
    }

    func wordings(of key: PostKey) -> [Wording]? {
        guard let stored = posts[key] else { return nil }
        let older = stored.older.enumerated().sorted { left, right in
            let (first, second) = (left.element.editedAt?.seconds ?? .min, right.element.editedAt?.seconds ?? .min)
            return first == second ? left.offset < right.offset : first < second
        }
        return older.map(\.element) + [stored.wording(isCurrent: true)]
    }

    /// Every correction that was ever taken, in their order.
    var corrections: [CorrectionRow] {
        let all = threads.flatMap { key, thread in thread.corrections.map { (network: key.network, taken: $0) } }
        return all.sorted { $0.taken.number < $1.taken.number }.map { network, taken in
            let key = PostKey(network: network, remoteID: taken.correction.post)
            return CorrectionRow(
                network: network, correction: taken.correction, read: taken.read,
                text: wordings(of: key)?.last { $0.hash == taken.correction.hash }?.text)
        }
    }

    private func known(_ author: Author, on network: Network) -> Author {
        authors[AuthorKey(network: network, id: author.id)] ?? author
    }

    // MARK: Writing

    mutating func write(_ thread: ThreadCommit) throws(StorageError) -> CommitOutcome {
        let key = thread.key
        for (other, version) in thread.replaces {
            guard other.network == key.network else {
                throw StorageError(.internal, path: "memory", advice: "threads of two networks were to be joined")
            }
            guard threads[other]?.version ?? 0 == version else { return .superseded }
        }
        let replaced = thread.replaces.filter { $0.value > 0 }.keys.sorted()
        guard threads[key] == nil || replaced.contains(key) else { return .superseded }
        let holder = posts[PostKey(network: key.network, remoteID: key.root)]?.thread
        guard holder.map({ replaced.contains($0) }) ?? true else { return .superseded }

        let version = 1 + (replaced.compactMap { threads[$0]?.version }.max() ?? 0)
        var target = StoredThread(version: version, posts: threads[key]?.posts ?? [], conversations: [])
        for other in replaced where other != key { target.posts += threads[other]?.posts ?? [] }
        target.decisions = replaced.flatMap { threads[$0]?.decisions ?? [] }.sorted { $0.number < $1.number }
        target.corrections = replaced.flatMap { threads[$0]?.corrections ?? [] }.sorted { $0.number < $1.number }
        for other in replaced { threads[other] = nil }
        for id in target.posts { posts[PostKey(network: key.network, remoteID: id)]?.thread = key }
        threads[key] = target

        for write in thread.posts {
            guard try self.write(write, in: key) == .committed else { return .superseded }
        }
        for mark in thread.marks {
            let id = PostKey(network: key.network, remoteID: mark.remoteID)
            guard let stored = posts[id] else { continue }
            guard stored.thread == key else { return .superseded }
            posts[id]?.post = mark.worded(stored.post.hash)
        }
        threads[key]?.conversations = thread.conversations
        for decision in thread.decisions {
            decisionCount += 1
            threads[key]?.decisions.append((decisionCount, decision))
        }
        return try write(thread.corrections, in: key)
    }

    private mutating func write(_ corrections: [Correction], in key: ThreadKey) throws(StorageError) -> CommitOutcome {
        for correction in corrections {
            guard let stored = posts[PostKey(network: key.network, remoteID: correction.post)], stored.thread == key
            else { throw StorageError(.internal, path: "memory", advice: "a correction came without its post") }
            guard stored.post.hash == correction.hash else { return .superseded }
            correctionCount += 1
            threads[key]?.corrections.append((correctionCount, correction, stored.post.triage))
        }
        return .committed
    }

    private mutating func write(_ write: PostWrite, in key: ThreadKey) throws(StorageError) -> CommitOutcome {
        let id = PostKey(network: key.network, remoteID: write.post.remoteID)
        guard var stored = posts[id] else {
            guard write.isCurrent else {
                throw StorageError(.internal, path: "memory", advice: "an older wording came without its post")
            }
            // It would be found under two threads: as one's post and as another's name.
            let named = ThreadKey(network: key.network, root: write.post.remoteID)
            guard named == key || threads[named] == nil else { return .superseded }
            posts[id] = StoredPost(thread: key, post: write.post, text: write.text, language: write.language)
            threads[key]?.posts.append(write.post.remoteID)
            learn(write.post.author, on: key.network)
            return .committed
        }
        guard stored.thread == key else { return .superseded }
        let isNew = stored.post.hash != write.post.hash
        if write.isCurrent {
            if isNew {
                // A post of which only the deletion was known never had words.
                if !stored.post.isPlaceholder, !stored.older.contains(where: { $0.hash == stored.post.hash }) {
                    stored.older.append(stored.wording(isCurrent: false))
                }
                stored.older.removeAll { $0.hash == write.post.hash }
            }
            stored.post = write.post
            stored.text = write.text
            stored.language = write.language
            learn(write.post.author, on: key.network)
        } else if isNew, !stored.older.contains(where: { $0.hash == write.post.hash }) {
            stored.older.append(
                Wording(
                    text: write.text, language: write.language, hash: write.post.hash, editedAt: write.post.editedAt,
                    isCurrent: false))
        }
        posts[id] = stored
        return .committed
    }

    /// Keeps what a platform says of an author now; what it leaves out stays as it is known.
    private mutating func learn(_ author: Author, on network: Network) {
        let key = AuthorKey(network: network, id: author.id)
        let known = authors[key]
        authors[key] = Author(
            id: author.id, handle: author.handle ?? known?.handle, name: author.name ?? known?.name)
    }
}

extension ThreadPost {
    fileprivate func written(by author: Author) -> ThreadPost {
        ThreadPost(
            remoteID: remoteID, parent: parent, author: author, at: at, nanoseconds: nanoseconds,
            standsOnPage: standsOnPage, mentions: mentions, visibility: visibility, url: url, hash: hash,
            editedAt: editedAt, triage: triage, receivedAt: receivedAt, deletedAt: deletedAt, isLive: isLive)
    }

    /// The same state with the words that are stored: marks say nothing of words.
    fileprivate func worded(_ hash: ContentHash) -> ThreadPost {
        var post = self
        post.hash = hash
        return post
    }
}

extension ConversationRecord {
    fileprivate func opened(by opener: Author) -> ConversationRecord {
        ConversationRecord(
            id: id, account: account, platform: platform, thread: thread, opener: opener, opening: opening,
            openedAt: openedAt, lastPostAt: lastPostAt, posts: posts, intent: intent, language: language,
            register: register, urgency: urgency, flags: flags, url: url, isHistory: isHistory, standing: standing,
            wait: wait, firstResponse: firstResponse, resolution: resolution, mergedInto: mergedInto)
    }
}
