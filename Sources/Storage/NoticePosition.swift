package import ServiceHours

/// Where a page of notices ended.
package struct NoticePosition: Hashable, Sendable {
    package let queuedAt: Instant
    /// The text of the key.
    package let key: String

    package init(queuedAt: Instant, key: String) {
        self.queuedAt = queuedAt
        self.key = key
    }
}
