import ServiceHours

extension ThreadPost {
    /// A post of which nothing is known but that it was deleted.
    init(placeholderFor remoteID: String, deletedAt: Instant, receivedAt: Instant) {
        self.init(
            remoteID: remoteID, parent: nil, author: Author(id: ""), at: deletedAt, hash: ContentHash(of: ""),
            triage: .unread, receivedAt: receivedAt, deletedAt: deletedAt, isLive: false)
    }

    /// Whether only the deletion of this post is known: it has no author and speaks in no conversation.
    package var isPlaceholder: Bool { author.id.isEmpty && deletedAt != nil }
}

extension TriageSummary {
    /// Of a post without words.
    fileprivate static let unread = TriageSummary(
        language: .other, register: .none, forUs: false, needsAnswer: false, intent: .chat, sentiment: .neutral,
        urgency: .usual, flags: [], modelVersion: ModelVersion(rules: 0, fingerprint: 0))
}
