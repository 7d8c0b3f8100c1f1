/// A thread while reports are being taken in: as stored, plus what has to be written.
struct OpenThread: Sendable {
    private(set) var key: ThreadKey
    private(set) var posts: [ThreadPost]
    private(set) var decisions: [ConversationDecision]
    private(set) var corrections: [Correction]
    private var replaces: [ThreadKey: Int64]
    private var indexOf: [String: Int]
    private var writes: [ThreadChange.NewWording] = []
    private var marked: Set<String> = []
    private var written: Set<String> = []
    /// Whether the thread is to be written although none of its posts is: it was joined or renamed.
    private var isMoved = false

    init(_ facts: ThreadFacts) {
        key = facts.key
        posts = facts.posts
        decisions = facts.decisions
        corrections = facts.corrections
        replaces = facts.version > 0 ? [facts.key: facts.version] : [:]
        indexOf = Dictionary(minimumCapacity: facts.posts.count)
        for (index, post) in facts.posts.enumerated() { indexOf[post.remoteID] = index }
    }

    func post(_ remoteID: String) -> ThreadPost? {
        indexOf[remoteID].map { posts[$0] }
    }

    /// Whether this very wording of a post has been taken in since the thread was read.
    func hasWording(_ hash: ContentHash, of remoteID: String) -> Bool {
        written.contains(remoteID) && writes.contains { $0.post.remoteID == remoteID && $0.post.hash == hash }
    }

    mutating func write(_ post: ThreadPost, text: String, language: String?, isCurrent: Bool) {
        if isCurrent { put(post) }
        written.insert(post.remoteID)
        writes.append(.init(post: post, text: text, language: language, isCurrent: isCurrent))
    }

    mutating func mark(_ post: ThreadPost) {
        put(post)
        marked.insert(post.remoteID)
    }

    /// Takes a post out, because it is about to be placed where it belongs.
    mutating func forget(_ remoteID: String) {
        guard let index = indexOf.removeValue(forKey: remoteID) else { return }
        posts.remove(at: index)
        for (later, post) in posts.enumerated().dropFirst(index) { indexOf[post.remoteID] = later }
        writes.removeAll { $0.post.remoteID == remoteID }
        marked.remove(remoteID)
        isMoved = true
    }

    mutating func absorb(_ other: OpenThread) {
        for post in other.posts { put(post) }
        decisions += other.decisions
        corrections += other.corrections
        replaces.merge(other.replaces) { own, _ in own }
        writes += other.writes
        marked.formUnion(other.marked)
        written.formUnion(other.written)
        isMoved = true
    }

    mutating func rename(to key: ThreadKey) {
        self.key = key
        isMoved = true
    }

    var facts: ThreadFacts {
        ThreadFacts(
            key: key, version: replaces[key] ?? 0, posts: posts, decisions: decisions, corrections: corrections)
    }

    var change: ThreadChange? {
        guard isMoved || !writes.isEmpty || !marked.isEmpty else { return nil }
        // A thread whose only post moved elsewhere leaves nothing behind but what the other one replaces.
        guard !posts.isEmpty || !replaces.isEmpty else { return nil }
        return ThreadChange(
            key: key, replaces: replaces, posts: posts, writes: writes,
            marks: marked.sorted().compactMap { post($0) })
    }

    private mutating func put(_ post: ThreadPost) {
        if let index = indexOf[post.remoteID] {
            posts[index] = post
        } else {
            indexOf[post.remoteID] = posts.count
            posts.append(post)
        }
    }
}
