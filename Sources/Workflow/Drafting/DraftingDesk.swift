package import Dialogue
package import Drafting
package import ServiceHours

/// Everything drafting needs to know of the brand, and how what it proposes becomes a draft that can be reviewed.
package struct DraftingDesk: Sendable {
    /// An account that can publish.
    package struct Voice: Sendable {
        package let account: Account
        package let length: LengthRule
        /// Whether the platform wants the addressee named in the text.
        package let namesAddressee: Bool

        package init(account: Account, length: LengthRule, namesAddressee: Bool) {
            self.account = account
            self.length = length
            self.namesAddressee = namesAddressee
        }
    }

    private let writer: MadeOnce<DraftWriter>
    private let brand: String
    private let signature: String?
    private let voice: BrandVoice
    private let voices: [String: Voice]
    private let policies: ResponsePolicies

    package init(
        writer: MadeOnce<DraftWriter>, brand: String, signature: String?, voice: BrandVoice, voices: [Voice],
        policies: ResponsePolicies
    ) {
        self.writer = writer
        self.brand = brand
        self.signature = signature
        self.voice = voice
        self.voices = Dictionary(voices.map { ($0.account.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.policies = policies
    }

    /// Whether a reply of this account can be published by this release.
    package func canPublish(for account: String) -> Bool { voices[account] != nil }

    /// A draft that answers what `wait` counts from; nil where none is due, or none can be made.
    package func draft(
        id: String, answering wait: ResponseClock, in opened: OpenedConversation, at now: Instant
    ) throws -> Draft? {
        guard let request = request(answering: wait, in: opened, at: now) else { return nil }
        guard case .candidates(let candidates) = try writer.value.candidates(for: request),
            let first = candidates.first
        else { return nil }
        return Draft(
            id: id, answering: target(of: wait, in: opened.conversation), in: opened.conversation,
            body: ReplyText(first.text), origin: .template(first.wording.description),
            candidates: candidates.map(offered), findings: first.findings.map(finding), createdAt: now,
            expiresAt: first.expires)
    }

    /// Why no reply is drafted to what `wait` counts from; nil where one is.
    package func reasonForNone(
        answering wait: ResponseClock, in opened: OpenedConversation, at now: Instant
    ) throws -> NoAnswer.Reason? {
        guard let request = request(answering: wait, in: opened, at: now),
            case .noAnswer(let none) = try writer.value.candidates(for: request)
        else { return nil }
        return none.reason
    }

    /// What the checks say of words that a person wrote for the same wait.
    package func findings(
        in text: String, answering wait: ResponseClock, in opened: OpenedConversation, at now: Instant
    ) throws -> [CheckFinding] {
        guard let request = request(answering: wait, in: opened, at: now) else { return [] }
        return try writer.value.findings(in: text, for: request).map(finding)
    }

    /// The post a reply hangs below: the opener's newest that is owed an answer, so that it stands under the last word.
    private func target(of wait: ResponseClock, in conversation: Conversation) -> String {
        owed(since: wait, in: conversation).last?.remoteID ?? wait.origin
    }

    private func owed(since wait: ResponseClock, in conversation: Conversation) -> [ThreadPost] {
        conversation.members
            .filter { $0.claim.isOwed && $0.post.deletedAt == nil && $0.post.at >= wait.startedAt }
            .map(\.post)
    }

    private func request(
        answering wait: ResponseClock, in opened: OpenedConversation, at now: Instant
    ) -> DraftRequest? {
        let conversation = opened.conversation
        guard let voice = voices[conversation.account.name] else { return nil }
        let posts = owed(since: wait, in: conversation).map { post in
            PostToAnswer(
                key: PostKey(network: conversation.thread.network, remoteID: post.remoteID),
                text: opened.text(of: post),
                labels: post.triage)
        }
        guard !posts.isEmpty else { return nil }
        let handle = conversation.opener.handle.map { $0.hasPrefix("@") ? $0 : "@\($0)" }
        return DraftRequest(
            posts: posts, author: conversation.opener, voice: self.voice,
            account: AccountFacts(
                brand: brand, signature: signature, leadingHandle: voice.namesAddressee ? handle : nil),
            calendar: policies.entry(of: wait)?.calendar, now: now, length: voice.length)
    }

    private func offered(_ candidate: DraftCandidate) -> OfferedText {
        OfferedText(
            text: ReplyText(candidate.text), origin: .template(candidate.wording.description),
            findings: candidate.findings.map(finding), expiresAt: candidate.expires)
    }

    private func finding(_ finding: Finding) -> CheckFinding {
        CheckFinding(rule: finding.rule.id, level: finding.level, message: finding.message)
    }
}
