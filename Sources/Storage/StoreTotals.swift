/// How much a store holds.
package struct StoreTotals: Hashable, Sendable {
    package let posts: Int
    package let conversations: Int
    /// Live waits: as many as the queue holds.
    package let waits: Int
    package let quarantined: Int

    package init(posts: Int, conversations: Int, waits: Int, quarantined: Int) {
        self.posts = posts
        self.conversations = conversations
        self.waits = waits
        self.quarantined = quarantined
    }
}
