import ServiceHours

/// A conversation as its thread alone shows it, before its clocks run and what was merged comes together.
struct ConversationReading {
    let id: String
    let account: Account
    let thread: ThreadKey
    let opener: Author
    let opening: ThreadPost
    let reason: OpeningReason
    let members: [Conversation.Member]
    /// What its posts mean for the clocks.
    let events: [ClockEvent]
    let decisions: [ConversationDecision]

    /// The conversation with its clocks, together with those that were merged into it.
    func conversation(with absorbed: [ConversationReading], under policies: ResponsePolicies) -> Conversation {
        let all = [self] + absorbed
        let members = absorbed.isEmpty ? members : Self.union(of: all.map(\.members))
        let decisions = all.flatMap(\.decisions)
        var events = all.flatMap(\.events)
        if !decisions.isEmpty { events = Self.decided(decisions, on: events, members: members) }
        return conversation(
            members: members, clocks: .run(events, under: policies), decisions: decisions, mergedInto: nil)
    }

    /// The conversation once it goes on in another: nothing is owed in it any more.
    func conversation(mergedInto other: ConversationReading, at instant: Instant) -> Conversation {
        let standing = ConversationStanding(owedFrom: nil, isWaiting: false, resolvedAt: instant)
        return conversation(
            members: members, clocks: ConversationClocks(responses: [], resolution: nil, standing: standing),
            decisions: decisions, mergedInto: other.id)
    }

    /// The post by which it says in which conversation it goes on, and since when; the last word counts.
    var goesOn: (post: String, at: Instant)? {
        for decision in decisions.reversed() {
            if case .mergedInto(let post) = decision.kind { return (post, decision.at) }
        }
        return nil
    }

    private func conversation(
        members: [Conversation.Member], clocks: ConversationClocks, decisions: [ConversationDecision],
        mergedInto: String?
    ) -> Conversation {
        Conversation(
            id: id, account: account, thread: thread, opener: opener, opening: opening, reason: reason,
            members: members, clocks: clocks.responses, resolution: clocks.resolution, standing: clocks.standing,
            decisions: decisions, mergedInto: mergedInto)
    }

    /// The posts of several conversations in reading order, each once: where one is the opener's in one of them, as that.
    private static func union(of lists: [[Conversation.Member]]) -> [Conversation.Member] {
        var byID: [String: Conversation.Member] = [:]
        for member in lists.joined() {
            if let known = byID[member.post.remoteID], known.role == .opener || member.role != .opener { continue }
            byID[member.post.remoteID] = member
        }
        return byID.values.sorted { ThreadPost.isRead($0.post, before: $1.post) }
    }

    /// The events with what people decided among them.
    private static func decided(
        _ decisions: [ConversationDecision], on events: [ClockEvent], members: [Conversation.Member]
    ) -> [ClockEvent] {
        var automatic: Set<String> = []
        var peers: Set<String> = []
        var decided: [ClockEvent] = []
        for decision in decisions {
            let at = decision.at
            switch decision.kind {
            case .pause(let until, let isAskedFor): decided.append(.pause(at: at, until: until, isAskedFor: isAskedFor))
            case .resume: decided.append(.resume(at: at))
            case .resolve: decided.append(.resolve(at: at))
            case .reopen: decided.append(.reopen(at: at))
            case .priority(let name): decided.append(.priority(name, at: at))
            case .automatic(let post): automatic.insert(post)
            case .answeredByPeer(let post): peers.insert(post)
            case .mergedInto, .absorbs: break
            }
        }
        for member in members where peers.contains(member.post.remoteID) {
            decided.append(.peerAnswer(member.post.remoteID, at: member.post.at))
        }
        guard !automatic.isEmpty else { return events + decided }
        return decided
            + events.map { event in
                if case .answer(let id, let at) = event, automatic.contains(id) { .talk(id, at: at) } else { event }
            }
    }
}
