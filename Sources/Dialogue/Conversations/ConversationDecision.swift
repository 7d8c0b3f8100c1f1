package import ServiceHours

/// What a person decided about a conversation: a fact, from which its clocks are derived anew whenever its thread changes.
package struct ConversationDecision: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Waiting for the customer.
        case pause(until: Instant?, isAskedFor: Bool)
        case resume
        case resolve
        case reopen
        /// See ``ClockEvent/priority(_:at:)``.
        case priority(String)
        /// The post with this id is somebody else's, and answers the customer.
        case answeredByPeer(post: String)
        /// The post of the brand with this id was written by a machine: it answers nothing.
        case automatic(post: String)
        /// It goes on in the conversation that holds this post of its opener.
        case mergedInto(post: String)
        /// The conversation that holds this post of its opener goes on in this one: the other side of ``mergedInto(post:)``, kept in the
        /// thread of this conversation so that either thread leads to the other.
        case absorbs(post: String)

        /// The fixed word of every output.
        package var word: String {
            switch self {
            case .pause(_, isAskedFor: false): "pause"
            case .pause(_, isAskedFor: true): "pause-asked-for"
            case .resume: "resume"
            case .resolve: "resolve"
            case .reopen: "reopen"
            case .priority: "priority"
            case .answeredByPeer: "answered-by"
            case .automatic: "automatic"
            case .mergedInto: "merged-into"
            case .absorbs: "absorbs"
            }
        }

        /// The post or the priority that it names; nil for none.
        package var object: String? {
            switch self {
            case .pause, .resume, .resolve, .reopen: nil
            case .priority(let name): name
            case .answeredByPeer(let post), .automatic(let post), .mergedInto(let post), .absorbs(let post): post
            }
        }

        /// The end that a pause names; nil for none.
        package var until: Instant? {
            if case .pause(let until, _) = self { until } else { nil }
        }

        /// Reads what ``word``, ``object`` and ``until`` said; nil for anything else.
        package init?(word: String, object: String?, until: Instant?) {
            switch (word, object) {
            case ("pause", nil): self = .pause(until: until, isAskedFor: false)
            case ("pause-asked-for", nil): self = .pause(until: until, isAskedFor: true)
            case ("resume", nil): self = .resume
            case ("resolve", nil): self = .resolve
            case ("reopen", nil): self = .reopen
            case ("priority", let name?): self = .priority(name)
            case ("answered-by", let post?): self = .answeredByPeer(post: post)
            case ("automatic", let post?): self = .automatic(post: post)
            case ("merged-into", let post?): self = .mergedInto(post: post)
            case ("absorbs", let post?): self = .absorbs(post: post)
            default: return nil
            }
        }
    }

    /// The account whose conversation it is.
    package let account: String
    /// A post of the conversation's opener: it leads to the conversation when an older post of theirs becomes known and gives it another id.
    package let post: String
    package let kind: Kind
    package let at: Instant
    /// Who decided.
    package let person: String
    /// Why, in their words; nil where nothing was said.
    package let reason: String?

    package init(account: String, post: String, kind: Kind, at: Instant, person: String, reason: String? = nil) {
        self.account = account
        self.post = post
        self.kind = kind
        self.at = at
        self.person = person
        self.reason = reason
    }
}
