import ServiceHours

extension Conversation {
    /// The line that lists and the queue show.
    package var record: ConversationRecord {
        let own = members.filter { $0.role == .opener }.map(\.post)
        let running = clocks.last.flatMap { $0.ending == nil ? $0 : nil }
        let isHistory = !members.contains { $0.claim.isOwed && $0.post.isLive }
        let isCancelled = own.allSatisfy { $0.deletedAt != nil }
        let isRunningLive = running.map { clock in own.contains { $0.remoteID == clock.origin && $0.isLive } } ?? false
        return ConversationRecord(
            id: id, account: account.name, platform: account.platform, thread: thread, opener: opener,
            opening: opening.remoteID, openedAt: opening.at, lastPostAt: lastPostAt,
            posts: members.count, intent: Conversation.leadingIntent(of: own), language: language(of: own),
            register: register(of: own), urgency: own.map(\.triage.urgency.level).max() ?? 0,
            flags: own.reduce(into: TriageFlags()) { $0.formUnion($1.triage.flags) }, url: opening.url,
            isHistory: isHistory,
            standing: ConversationStanding(
                owedFrom: standing.owedFrom, isCancelled: isCancelled, isWaiting: standing.isWaiting,
                waitsUntil: standing.waitsUntil, resolvedAt: standing.resolvedAt,
                isEndedBySilence: standing.isEndedBySilence),
            wait: isRunningLive ? running : nil, firstResponse: clocks.first, resolution: resolution,
            mergedInto: mergedInto)
    }

    private var lastPostAt: Instant {
        // A draft of the same second did not know of it yet.
        let merges = decisions.compactMap { if case .absorbs = $0.kind { $0.at + 1 } else { nil } }
        let corrections = members.filter { $0.role == .opener }.compactMap { $0.corrected?.replySaidAt.map { $0 + 1 } }
        return (members.map(\.post.at) + merges + corrections).max() ?? opening.at
    }

    /// What the matter is about as a whole, by the posts that stand.
    private static func leadingIntent(of posts: [ThreadPost]) -> Intent {
        let seen = Set(posts.filter { $0.deletedAt == nil }.map(\.triage.intent))
        return Intent.leading(among: seen) ?? posts.first?.triage.intent ?? .chat
    }

    /// The language the opener wrote last, as far as it is one we can tell.
    private func language(of posts: [ThreadPost]) -> Language {
        posts.last { $0.triage.language != .other }?.triage.language ?? .other
    }

    /// How the opener addressed the brand last.
    private func register(of posts: [ThreadPost]) -> Register {
        posts.last { $0.triage.register != .none }?.triage.register ?? .none
    }
}
