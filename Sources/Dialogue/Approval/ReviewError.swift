package import ServiceHours

/// Why a decision about a draft was not taken.
package enum ReviewError: Error, Hashable, Sendable {
    case alreadyDecided
    /// Nobody answers for it.
    case nameless
    /// The draft's words are not those the reviewer named.
    case otherWords(current: String)
    case stale(Staleness, current: String)
    /// The words were true until then.
    case expired(at: Instant)
    case unusableText(ReplyText.Fault)
    case blocked([CheckFinding])
    case noReason
    /// What a store holds is not what was approved.
    case tampered(String)

    /// A fixed word.
    package var code: String {
        switch self {
        case .alreadyDecided: "already-decided"
        case .nameless: "nameless"
        case .otherWords: "other-words"
        case .stale: "stale"
        case .expired: "expired"
        case .unusableText: "unusable-text"
        case .blocked: "blocked"
        case .noReason: "no-reason"
        case .tampered: "tampered"
        }
    }

    /// What is the matter.
    package var what: String {
        switch self {
        case .alreadyDecided: "somebody decided about this draft already"
        case .nameless: "a reply needs the name of the person who answers for it"
        case .otherWords(let current): "the draft reads differently now; its hash is \(current)"
        case .stale(.targetGone, let current): "the post it answers is gone; the draft's hash is \(current)"
        case .stale(.targetEdited, let current): "the post it answers was edited; the draft's hash is \(current)"
        case .stale(.conversationMoved, let current):
            "the customer or the brand has spoken since; the draft's hash is \(current)"
        case .expired(let instant): "its words were true until \(instant.rfc3339)"
        case .unusableText(.empty): "it has no words"
        case .unusableText(.tooLong): "it is longer than any platform takes"
        case .unusableText(.controlCharacter): "it holds a control character"
        case .blocked(let findings): "\(findings.count) checks stand against it: " + Self.list(findings)
        case .noReason: "a rejection needs a reason"
        case .tampered(let what): "\(what) is not as it was approved"
        }
    }

    /// What to do next.
    package var advice: String {
        switch self {
        case .alreadyDecided: "see antwort drafts show"
        case .nameless: "give one with --as NAME"
        case .otherWords: "read it again with antwort drafts show, then approve what it says"
        case .stale, .expired: "read the conversation, then edit the draft or have a new one made"
        case .unusableText, .blocked: "change the words with antwort drafts edit"
        case .noReason: "say in a few words what is wrong with it"
        case .tampered: "nothing of it is published; compare with a backup, then reject the draft"
        }
    }

    private static func list(_ findings: [CheckFinding]) -> String {
        findings.map { "\($0.rule): \($0.message)" }.joined(separator: "; ")
    }
}
