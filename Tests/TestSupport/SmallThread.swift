package import Dialogue
package import ServiceHours

/// Writes short threads for tests: minutes after a Monday morning, authors by name, triage said outright.
package struct SmallThread {
    /// Monday, 2 March 2026, 09:00 in Berlin.
    package static let start = Instant(seconds: 1_772_438_400)
    package static let network = Network("test")
    package static let brand = Author(id: "brand", handle: "brand", name: "Brand")
    package static let account = Account(name: "brand", platform: "export", network: network, author: brand)

    package private(set) var posts: [ThreadPost] = []

    package init() {}

    /// What triage would have read.
    package static func triage(
        _ intent: Intent, needsAnswer: Bool? = nil, flags: TriageFlags = []
    ) -> TriageSummary {
        TriageSummary(
            language: .english, register: .none, forUs: true,
            needsAnswer: needsAnswer ?? [.complaint, .question].contains(intent), intent: intent, sentiment: .neutral,
            urgency: .usual, flags: flags, modelVersion: ModelVersion("test-1")!)
    }

    /// Adds a post, `minutes` after ``start``.
    package mutating func say(
        _ id: String, by author: String, _ intent: Intent = .complaint, at minutes: Int64, to parent: String? = nil,
        names mentions: [String] = [], onPage: Bool = false, needsAnswer: Bool? = nil, flags: TriageFlags = [],
        visibility: Visibility = .public, isLive: Bool = true, deletedAt: Int64? = nil
    ) {
        var post = ThreadPost(
            remoteID: id, parent: parent, author: author == "brand" ? Self.brand : Author(id: author, handle: author),
            at: Self.start + minutes * 60, standsOnPage: onPage, mentions: onPage ? mentions + ["brand"] : mentions,
            visibility: visibility, hash: ContentHash(of: id),
            triage: Self.triage(intent, needsAnswer: needsAnswer, flags: flags), receivedAt: Self.start + minutes * 60,
            isLive: isLive)
        post.deletedAt = deletedAt.map { Self.start + $0 * 60 }
        posts.append(post)
    }
}
