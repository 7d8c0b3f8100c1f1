/// A thread's posts in reading order, and who replies to whom.
struct ThreadTree: Sendable {
    /// In the order of the platform's time.
    let posts: [ThreadPost]
    /// For each post the index of its parent; nil for a root, and where the parent is not known.
    let parents: [Int?]

    init(_ posts: [ThreadPost]) {
        let ordered = posts.filter { !$0.isPlaceholder }.sorted(by: ThreadPost.isRead(_:before:))
        var indexOf: [String: Int] = Dictionary(minimumCapacity: ordered.count)
        for (index, post) in ordered.enumerated() { indexOf[post.remoteID] = index }
        self.posts = ordered
        self.parents = ordered.map { post in post.parent.flatMap { indexOf[$0] } }
    }
}
