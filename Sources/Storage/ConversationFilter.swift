package import Dialogue
package import ServiceHours

/// Which conversations a list shows; everything by default.
package struct ConversationFilter: Hashable, Sendable {
    package var account: String?
    package var language: Language?
    package var intent: Intent?
    /// Only those in which an answer is owed, in history too.
    package var isOwed: Bool = false

    package init() {}
}

/// Where a page of conversations ended.
package struct ConversationPosition: Hashable, Sendable {
    package let openedAt: Instant
    package let id: String

    package init(openedAt: Instant, id: String) {
        self.openedAt = openedAt
        self.id = id
    }
}
