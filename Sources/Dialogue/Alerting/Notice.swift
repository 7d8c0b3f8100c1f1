/// What one channel is to hear about one matter: written down before it is delivered, delivered at least once.
package struct Notice: Hashable, Sendable {
    package let key: NoticeKey
    package let matter: NoticeMatter

    package init(key: NoticeKey, matter: NoticeMatter) {
        self.key = key
        self.matter = matter
    }

    package var level: NoticeLevel { key.level }
}

/// What a notice is about.
package enum NoticeMatter: Hashable, Sendable {
    case wait(WaitMatter)
    /// A source that cannot be read, or can be again.
    case source(SourceMatter)
    /// A reply that is stuck.
    case outbox(OutboxMatter)
}
