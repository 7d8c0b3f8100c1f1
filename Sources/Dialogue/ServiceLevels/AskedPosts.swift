import ServiceHours

/// Posts of a customer in the order of their time, of which any can be taken back: every step takes the same time, however many there are.
struct AskedPosts {
    struct Post {
        let id: String
        let at: Instant
        let seenAt: Instant
        let isLive: Bool
        let subject: TargetSubject?
    }

    private var posts: [Post] = []
    /// Where in `posts` those of the live ones stand.
    private var live: [Int] = []
    private var standing: Set<String> = []
    /// Before these indices nothing stands any more.
    private var first = 0
    private var firstLive = 0

    init() {}

    init(_ post: Post) {
        append(post)
    }

    var isEmpty: Bool { standing.isEmpty }

    mutating func append(_ post: Post) {
        guard standing.insert(post.id).inserted else { return }
        if post.isLive { live.append(posts.count) }
        posts.append(post)
    }

    /// Takes a post out; false when it was not there.
    @discardableResult
    mutating func remove(_ id: String) -> Bool {
        guard standing.remove(id) != nil else { return false }
        while first < posts.count, !stands(first) { first += 1 }
        while firstLive < live.count, !stands(live[firstLive]) { firstLive += 1 }
        while let last = posts.last, !standing.contains(last.id) {
            if live.last == posts.count - 1 { live.removeLast() }
            posts.removeLast()
        }
        first = min(first, posts.count)
        firstLive = min(firstLive, live.count)
        return true
    }

    /// The oldest live one, or the oldest where none is live.
    var oldest: Post? {
        if firstLive < live.count { return posts[live[firstLive]] }
        return first < posts.count ? posts[first] : nil
    }

    var last: Post? { posts.last }

    private func stands(_ index: Int) -> Bool { standing.contains(posts[index].id) }
}
