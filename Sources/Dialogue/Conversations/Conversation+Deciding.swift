package import ServiceHours

extension Conversation {
    /// Takes a person's decision about the conversation as it stands at `now`.
    /// - Parameters:
    ///   - priorities: the names of the targets that can be chosen.
    ///   - person: in whose name.
    /// - Returns: the fact to keep; nil when it is so already.
    /// - Throws: what makes no sense as it stands, with what to do instead.
    package func deciding(
        _ kind: ConversationDecision.Kind, because reason: String?, by person: String, at now: Instant,
        priorities: [String]
    ) throws(DecisionRefusal) -> ConversationDecision? {
        let reason = try Self.checked(reason)
        if let mergedInto {
            throw DecisionRefusal("merged", "it goes on in \(mergedInto)", "decide about \(mergedInto) instead")
        }
        let state = record.state(at: now)
        if state == .cancelled {
            throw DecisionRefusal(
                "cancelled", "the customer took back every post of it", "there is nothing left to decide")
        }
        let isNew: Bool
        switch kind {
        case .pause(let until, let isAskedFor):
            isNew = try isNewPause(until: until, isAskedFor: isAskedFor, reason: reason, state: state, at: now)
        case .resume:
            if state == .resolved { throw Self.isResolved }
            isNew = state == .waiting
        case .resolve: isNew = state != .resolved
        case .reopen: isNew = state == .resolved
        case .priority(let name): isNew = try isNewPriority(name, among: priorities, state: state)
        case .answeredByPeer(let post): isNew = try isNewPeerAnswer(post)
        case .automatic(let post): isNew = try isNewAutomatic(post)
        case .mergedInto, .absorbs: isNew = true
        }
        return isNew ? decision(kind, at: now, by: person, because: reason) : nil
    }

    /// Lets this conversation go on in `other`.
    /// - Returns: the two facts, each for the thread of its own conversation.
    /// - Throws: when the two cannot be one.
    package func merging(
        into other: Conversation, because reason: String?, by person: String, at now: Instant
    ) throws(DecisionRefusal) -> (own: ConversationDecision, others: ConversationDecision) {
        let reason = try Self.checked(reason)
        if let mergedInto {
            throw DecisionRefusal("merged", "it goes on in \(mergedInto)", "merge \(mergedInto) instead")
        }
        guard other.id != id else {
            throw DecisionRefusal("same", "it is the same conversation", "name the one in which it is to go on")
        }
        guard other.account.name == account.name, other.thread.network == thread.network else {
            throw DecisionRefusal(
                "other-account", "\(other.id) belongs to account \(other.account.name), this one to \(account.name)",
                "merge conversations of one account")
        }
        return (
            decision(.mergedInto(post: other.opening.remoteID), at: now, by: person, because: reason),
            other.decision(.absorbs(post: opening.remoteID), at: now, by: person, because: reason)
        )
    }

    private func decision(
        _ kind: ConversationDecision.Kind, at now: Instant, by person: String, because reason: String?
    ) -> ConversationDecision {
        // Of one second a resumption counts before a pause and a resolution last: what came later shall count later.
        var at = now
        while decisions.contains(where: { $0.at == at }) { at = at + 1 }
        return ConversationDecision(
            account: account.name, post: opening.remoteID, kind: kind, at: at, person: person, reason: reason)
    }

    private static let isResolved = DecisionRefusal(
        "resolved", "it is resolved", "open it again first with 'antwort conversations reopen'")

    private func isNewPause(
        until: Instant?, isAskedFor: Bool, reason: String?, state: ConversationState, at now: Instant
    ) throws(DecisionRefusal) -> Bool {
        if let until, until <= now {
            throw DecisionRefusal("past", "the pause would end before it begins", "give an end that lies ahead")
        }
        if state == .resolved { throw Self.isResolved }
        let isOwed = standing.owedFrom.map { $0 <= now } ?? false
        if isOwed, !isAskedFor {
            throw DecisionRefusal(
                "owed", "the customer waits for an answer",
                "answer first, or say --asked-by-customer if they asked for the pause")
        }
        guard state == .waiting, standing.waitsUntil == until else { return true }
        // Who waits already and says nothing new has decided nothing.
        let last = decisions.last { if case .pause = $0.kind { true } else { false } }
        let isSaid = last?.kind == .pause(until: until, isAskedFor: isAskedFor) && last?.reason == reason
        return !isSaid && (until != nil || isAskedFor || reason != nil)
    }

    private func isNewPriority(
        _ name: String, among priorities: [String], state: ConversationState
    ) throws(DecisionRefusal) -> Bool {
        guard priorities.contains(name) || [ClockEvent.urgent, ClockEvent.normal].contains(name) else {
            throw DecisionRefusal(
                "no-target", "there is no target of this name",
                "name one of \((priorities + [ClockEvent.normal]).joined(separator: ", "))")
        }
        if state == .resolved { throw Self.isResolved }
        let last = decisions.compactMap { if case .priority(let name) = $0.kind { name } else { nil } }.last
        return (last ?? ClockEvent.normal) != name
    }

    private func isNewPeerAnswer(_ post: String) throws(DecisionRefusal) -> Bool {
        let member = try member(post)
        switch member.role {
        case .opener: throw DecisionRefusal("own-post", "it is the customer's own post", "name a post of somebody else")
        case .brand:
            throw DecisionRefusal("brand-post", "it is the brand's own post", "it answers by itself, as it stands")
        case .affectedPeer, .bystander, .helper, .noise: break
        }
        if decisions.contains(where: { $0.kind == .answeredByPeer(post: post) }) { return false }
        let isAwaited = clocks.contains { clock in
            clock.startedAt <= member.post.at && (clock.ending.map { $0.at >= member.post.at } ?? true)
        }
        guard isAwaited else {
            throw DecisionRefusal(
                "not-owed", "nobody waited for an answer when it was written",
                "name a post that came after the question")
        }
        return true
    }

    private func isNewAutomatic(_ post: String) throws(DecisionRefusal) -> Bool {
        guard try member(post).role == .brand else {
            throw DecisionRefusal("not-ours", "it is not a post of the brand", "name one that a machine wrote for it")
        }
        return !decisions.contains { $0.kind == .automatic(post: post) }
    }

    func member(_ post: String) throws(DecisionRefusal) -> Member {
        guard let member = members.first(where: { $0.post.remoteID == post }) else {
            throw DecisionRefusal(
                "no-post", "no post \(PlainLine.clean(post, limit: 80)) stands in it",
                "see the ids with 'antwort conversations show --json'")
        }
        return member
    }

    private static func checked(_ reason: String?) throws(DecisionRefusal) -> String? {
        guard let reason else { return nil }
        let isOneLine = !reason.unicodeScalars.contains(where: PlainLine.isActive)
        guard isOneLine, reason.utf8.count <= 1_000,
            reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else { throw DecisionRefusal("reason", "the reason is no line of text", "say it in one line") }
        return reason
    }
}
