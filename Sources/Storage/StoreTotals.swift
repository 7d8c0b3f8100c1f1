/// How much a store holds.
package struct StoreTotals: Hashable, Sendable {
    package let posts: Int
    package let conversations: Int
    /// Live waits: as many as the queue holds.
    package let waits: Int
    package let quarantined: Int
    /// Conversations in which somebody waits and a draft about which nobody has decided.
    package let drafts: Int
    /// Outbox rows that can still change, held ones among them.
    package let outbox: Int
    /// Outbox rows that wait for a person.
    package let held: Int
    /// Attempts to publish that were ever opened: the number only grows, except when a store is restored.
    package let attempts: Int

    package init(
        posts: Int, conversations: Int, waits: Int, quarantined: Int, drafts: Int = 0, outbox: Int = 0, held: Int = 0,
        attempts: Int = 0
    ) {
        self.posts = posts
        self.conversations = conversations
        self.waits = waits
        self.quarantined = quarantined
        self.drafts = drafts
        self.outbox = outbox
        self.held = held
        self.attempts = attempts
    }
}
