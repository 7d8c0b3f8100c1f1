import ServiceHours

/// One reading of a thread with the eyes of one account.
struct ThreadReading {
    private let tree: ThreadTree
    private let writers: [Account?]
    private let key: ThreadKey
    private let account: Account
    /// Whether each post speaks to the brand.
    private var addresses: [OpeningReason?]
    /// The conversation of each author who has one, by the index of its opening post, in order of opening.
    private var openings: [(author: String, index: Int, reason: OpeningReason)] = []
    /// For each author the position in `openings`.
    private var conversationOf: [String: Int] = [:]
    /// For each brand post the conversations that it answers.
    private var answers: [[Int]]
    /// For each post the conversation it belongs to.
    private var membership: [Int?]

    init(of tree: ThreadTree, writers: [Account?], key: ThreadKey, for account: Account) {
        self.tree = tree
        self.writers = writers
        self.key = key
        self.account = account
        addresses = Array(repeating: nil, count: tree.posts.count)
        answers = Array(repeating: [], count: tree.posts.count)
        membership = Array(repeating: nil, count: tree.posts.count)
    }

    /// - Parameter decisions: about any conversations of the thread.
    mutating func readings(decisions: [ConversationDecision]) -> [ConversationReading] {
        findAddresses()
        findOpenings()
        findAnswers()
        findMembers()
        let indices = indicesByConversation()
        let decided = decisions.isEmpty ? [:] : decisionsByConversation(decisions)
        return openings.indices.map { reading($0, of: indices[$0], decisions: decided[$0] ?? []) }
    }

    /// What was decided about each conversation: a decision leads there by one of the opener's posts.
    private func decisionsByConversation(_ decisions: [ConversationDecision]) -> [Int: [ConversationDecision]] {
        var authors: [String: String] = [:]
        for post in tree.posts { authors[post.remoteID] = post.author.id }
        var decided: [Int: [ConversationDecision]] = [:]
        for decision in decisions where decision.account == account.name {
            guard let author = authors[decision.post], let position = conversationOf[author] else { continue }
            decided[position, default: []].append(decision)
        }
        return decided
    }

    // MARK: Who speaks to the brand

    private func isBrand(_ index: Int) -> Bool {
        writers[index]?.name == account.name
    }

    /// Whether the post is a customer's: not ours, and not that of another account we serve.
    private func isCustomer(_ index: Int) -> Bool {
        writers[index] == nil
    }

    private mutating func findAddresses() {
        for index in tree.posts.indices where isCustomer(index) {
            addresses[index] = addressing(of: index)
        }
        for index in tree.posts.indices where isBrand(index) {
            // What the brand takes up is its matter, whomever it was written to; unless it replies there to speak to somebody who asked.
            guard let parent = tree.parents[index], isCustomer(parent), addresses[parent] == nil,
                !namesAnAsker(tree.posts[index], besides: tree.posts[parent].author.id)
            else { continue }
            addresses[parent] = .answeredByBrand
        }
        // Harm is everybody's matter, to whomever it was told.
        guard tree.posts.indices.contains(where: { addresses[$0] != nil || isBrand($0) }) else { return }
        for index in tree.posts.indices where isCustomer(index) && addresses[index] == nil {
            if tree.posts[index].triage.flags.contains(.crisis) { addresses[index] = .crisis }
        }
    }

    private func addressing(of index: Int) -> OpeningReason? {
        let post = tree.posts[index]
        if account.takesUnassigned { return post.author.id == tree.posts.first?.author.id ? .unassigned : nil }
        if post.mentions.contains(where: { account.author.isMeant(by: $0) }) { return .mentionsBrand }
        guard let parent = tree.parents[index] else { return nil }
        if isBrand(parent) { return .repliesToBrand }
        // Somebody who goes on below their own words goes on speaking to whom they spoke, unless they name another.
        guard parent < index, tree.posts[parent].author.id == post.author.id, !namesSomebodyHere(post) else {
            return nil
        }
        return addresses[parent]
    }

    /// Whether the post names somebody who speaks in this thread.
    private func namesSomebodyHere(_ post: ThreadPost) -> Bool {
        guard !post.mentions.isEmpty else { return false }
        return tree.posts.contains { other in
            other.author.id != post.author.id && post.mentions.contains { other.author.isMeant(by: $0) }
        }
    }

    /// Whether the post names somebody else who speaks to the brand in this thread.
    private func namesAnAsker(_ post: ThreadPost, besides author: String) -> Bool {
        guard !post.mentions.isEmpty else { return false }
        return tree.posts.indices.contains { index in
            let other = tree.posts[index].author
            return addresses[index] != nil && other.id != author && post.mentions.contains { other.isMeant(by: $0) }
        }
    }

    // MARK: What is a conversation

    private mutating func findOpenings() {
        for index in tree.posts.indices {
            guard let reason = addresses[index] else { continue }
            let author = tree.posts[index].author.id
            guard conversationOf[author] == nil else { continue }
            conversationOf[author] = openings.count
            openings.append((author, index, reason))
        }
    }

    /// Which conversations each brand post answers: that of the post it replies to, those it names, or those of the brand post it goes on from.
    private mutating func findAnswers() {
        var named: [String: [Int]] = [:]
        for (position, opening) in openings.enumerated() {
            let opener = tree.posts[opening.index].author
            let names = [opener.id, opener.handle].compactMap { $0.map(Mention.normalised) }
            for name in Set(names) { named[name, default: []].append(position) }
        }
        for index in tree.posts.indices where isBrand(index) {
            let post = tree.posts[index]
            var answered: [Int] = []
            if let parent = tree.parents[index] {
                if isBrand(parent) {
                    answered = answers[parent]
                } else if let conversation = conversationOf[tree.posts[parent].author.id] {
                    answered = [conversation]
                }
            }
            for position in post.mentions.flatMap({ named[$0] ?? [] }).sorted() where !answered.contains(position) {
                answered.append(position)
            }
            answers[index] = answered
        }
    }

    /// What speaks to the brand belongs to its author's conversation, everything else to the one it hangs below.
    private mutating func findMembers() {
        for index in tree.posts.indices {
            if isBrand(index) {
                membership[index] = answers[index].first
            } else if addresses[index] != nil {
                membership[index] = conversationOf[tree.posts[index].author.id]
            }
        }
        for index in tree.posts.indices where membership[index] == nil {
            // Every post on the way up gets what is found there, so that a deep thread is climbed once.
            var path = [index]
            var found: Int?
            var visited: Set<Int> = [index]
            while let parent = tree.parents[path[path.count - 1]], visited.insert(parent).inserted {
                if let known = membership[parent] {
                    found = known
                    break
                }
                path.append(parent)
            }
            for passed in path where membership[passed] == nil {
                membership[passed] = found ?? (isBrand(passed) ? nil : conversationOf[tree.posts[passed].author.id])
            }
        }
    }

    /// For each conversation the posts that belong to it or are shown with it, in reading order.
    private func indicesByConversation() -> [[Int]] {
        var indices = Array(repeating: [Int](), count: openings.count)
        for index in tree.posts.indices {
            if let position = membership[index] { indices[position].append(index) }
            for position in answers[index] where position != membership[index] { indices[position].append(index) }
        }
        // Posts that open conversations of their own directly below this one: the affected peers its reader should see.
        for (other, opening) in openings.enumerated() {
            guard let parent = tree.parents[opening.index], isCustomer(parent), let position = membership[parent],
                position != other
            else { continue }
            indices[position].append(opening.index)
        }
        return indices.map { $0.sorted() }
    }

    // MARK: What each conversation says

    private func reading(
        _ position: Int, of indices: [Int], decisions: [ConversationDecision]
    ) -> ConversationReading {
        let opening = openings[position]
        let opener = tree.posts[opening.index].author
        let roles = roles(in: indices, opener: opener.id)
        var isAnswered = false
        var members: [Conversation.Member] = []
        var knownAt: [Int: Instant] = [:]
        for index in indices {
            let post = tree.posts[index]
            let claim = post.author.id == opener.id ? claim(of: index, isAnswered: isAnswered) : .notTheOpeners
            if claim.isOwed { knownAt[index] = claimKnownAt(index, isAnswered: isAnswered) }
            if isBrand(index) { isAnswered = true }
            members.append(
                .init(
                    post: post, role: roles[post.author.id] ?? .bystander, claim: claim,
                    corrected: tree.corrected[index]))
        }
        return ConversationReading(
            id: ConversationID.make(
                account: account.name, network: key.network, opening: tree.posts[opening.index].remoteID),
            account: account, thread: key, opener: opener, opening: tree.posts[opening.index], reason: opening.reason,
            members: members,
            events: events(
                of: members, position: position, indices: indices, opener: opener, knownAt: knownAt),

            decisions: decisions)
    }

    /// When it could be known that an answer to a post is owed, and how soon: not before a person said what makes it so.
    private func claimKnownAt(_ index: Int, isAnswered: Bool) -> Instant {
        let receivedAt = tree.posts[index].receivedAt
        guard let corrected = tree.corrected[index], let saidAt = corrected.clockSaidAt else { return receivedAt }
        let wasOwed = claim(corrected.read, of: index, isAnswered: isAnswered, isSpam: true).isOwed
        return wasOwed && !corrected.changesTargets ? receivedAt : max(receivedAt, saidAt)
    }

    private func claim(of index: Int, isAnswered: Bool) -> AnswerClaim {
        let triage = tree.posts[index].triage
        let need = tree.corrected[index]?.need
        switch need {
        case .owed: return .needed
        case .notOwed: return notOwed(triage.intent)
        case .wanted, nil: return claim(triage, of: index, isAnswered: isAnswered, isSpam: need == nil)
        }
    }

    /// A person has said that no answer is owed.
    private func notOwed(_ intent: Intent) -> AnswerClaim {
        switch intent {
        case .closing: .closing
        case .praise: .praise
        default: .setAside
        }
    }

    /// - Parameter isSpam: whether a flag that says so counts.
    private func claim(
        _ triage: TriageSummary, of index: Int, isAnswered: Bool, isSpam: Bool
    ) -> AnswerClaim {
        // Whatever else it looks like, a person must see it.
        if triage.flags.contains(.crisis), addresses[index] != nil { return .needed }
        if isSpam, triage.flags.contains(.spam) { return .spam }
        guard let reason = addresses[index] else { return .speaksToOthers }
        switch triage.intent {
        case .closing: return .closing
        case .praise where !triage.needsAnswer: return .praise
        default: break
        }
        if triage.needsAnswer { return .needed }
        if reason == .answeredByBrand { return .takenUp }
        return isAnswered ? .followUp : .setAside
    }

    private func events(
        of members: [Conversation.Member], position: Int, indices: [Int], opener: Author, knownAt: [Int: Instant]
    ) -> [ClockEvent] {
        var events: [ClockEvent] = []
        var matter = MatterSoFar(account: account, opener: opener)
        for (member, index) in zip(members, indices) {
            let post = member.post
            if member.role == .opener { matter.add(post.triage) }
            if member.claim.isOwed {
                events.append(
                    .post(
                        post.remoteID, at: post.at, isLive: post.isLive, seenAt: knownAt[index] ?? post.receivedAt,
                        about: matter.subject))
                if let deletedAt = post.deletedAt {
                    events.append(.deletion(of: post.remoteID, at: max(deletedAt, post.at)))
                }
            } else if answers[index].contains(position), isReadable(index) {
                // Clocks of two machines differ: an answer is never earlier than what it answers.
                let asked = tree.parents[index].map { tree.posts[$0].at } ?? post.at
                events.append(.answer(post.remoteID, at: max(post.at, asked)))
            } else {
                events.append(.talk(post.remoteID, at: post.at))
            }
        }
        return events
    }

    /// Whether the customer can read the brand's post: it is not narrower than what it answers.
    private func isReadable(_ index: Int) -> Bool {
        guard let parent = tree.parents[index] else { return tree.posts[index].visibility.isPublic }
        return tree.posts[index].visibility.isPublic || tree.posts[index].visibility <= tree.posts[parent].visibility
    }

    // MARK: Roles

    private func roles(in indices: [Int], opener: String) -> [String: Role] {
        var roles: [String: Role] = [:]
        let thanked = thanked(by: opener, in: indices)
        let openerComplains = indices.contains {
            tree.posts[$0].author.id == opener && tree.posts[$0].triage.intent == .complaint
        }
        for index in indices {
            let post = tree.posts[index]
            let author = post.author.id
            if author == opener {
                roles[author] = .opener
            } else if isBrand(index) {
                roles[author] = .brand
            } else if post.triage.flags.contains(.spam) {
                roles[author] = .noise
            } else if roles[author] != .noise, thanked.contains(author) {
                roles[author] = .helper
            } else if post.triage.intent == .complaint, openerComplains, roles[author] ?? .bystander == .bystander {
                roles[author] = .affectedPeer
            } else if roles[author] == nil {
                roles[author] = .bystander
            }
        }
        return roles
    }

    /// The authors to whose posts the opener replied with thanks, or whose posts the brand took up to answer the opener.
    private func thanked(by opener: String, in indices: [Int]) -> Set<String> {
        var thanked: Set<String> = []
        for index in indices {
            guard let parent = tree.parents[index] else { continue }
            let author = tree.posts[parent].author.id
            if isBrand(index) {
                if conversationOf[author] == nil { thanked.insert(author) }
            } else if tree.posts[index].author.id == opener,
                [.closing, .praise].contains(tree.posts[index].triage.intent)
            {
                thanked.insert(author)
            }
        }
        return thanked
    }
}
