/// A thread's posts in reading order, and who replies to whom.
struct ThreadTree: Sendable {
    /// In the order of the platform's time.
    let posts: [ThreadPost]
    /// For each post the index of its parent; nil for a root, and where the parent is not known.
    let parents: [Int?]
    /// How each post counts that a person corrected, by its index; what it counts as stands in `posts` already.
    let corrected: [Int: CorrectedReading]

    init(_ facts: ThreadFacts) {
        let holding = facts.corrections.holding
        var ordered = facts.posts.filter { !$0.isPlaceholder }.sorted(by: ThreadPost.isRead(_:before:))
        var indexOf: [String: Int] = Dictionary(minimumCapacity: ordered.count)
        for (index, post) in ordered.enumerated() { indexOf[post.remoteID] = index }
        var corrected: [Int: CorrectedReading] = [:]
        if !holding.isEmpty {
            for (index, post) in ordered.enumerated() {
                guard let said = holding[PostWording(post: post.remoteID, hash: post.hash)] else { continue }
                let reading = CorrectedReading(post.triage, corrections: said)
                corrected[index] = reading
                ordered[index].triage = reading.summary
            }
        }
        self.corrected = corrected
        self.posts = ordered
        self.parents = ordered.map { post in post.parent.flatMap { indexOf[$0] } }
    }
}
