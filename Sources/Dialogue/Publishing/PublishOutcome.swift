package import ServiceHours

/// What an answer means for the reply. Anything that is not plainly one of the others is ``unclear``: by rule, never by the type of an error.
package enum PublishOutcome: Hashable, Sendable {
    /// No byte left: nothing can have come of it.
    case notSent
    case accepted(SentReply)
    /// It was taken, but nobody knows as what.
    case acceptedNoID
    /// Not now; nothing was taken.
    case refusedRetry(after: Seconds?)
    /// The token was refused; nothing was taken.
    case unauthorised
    /// No; nothing was taken.
    case refused(words: String)
    /// The key is in use for other words.
    case conflict(words: String)
    /// The platform thinks that it has it already.
    case duplicate(words: String)
    case unclear

    package init(of answer: PublishAnswer) {
        guard let status = answer.status else {
            self = answer.bytesSent == 0 && !answer.isComplete ? .notSent : .unclear
            return
        }
        if (200..<300).contains(status) {
            if answer.isComplete, case .reply(let reply) = answer.reading, !reply.remoteID.isEmpty {
                self = .accepted(reply)
            } else {
                self = .acceptedNoID
            }
            return
        }
        // A proxy can say 5xx after the platform has taken it, and a cut answer may have been going to say anything.
        guard answer.isComplete, (400..<500).contains(status) else {
            self = .unclear
            return
        }
        var (kind, words) = (PublishAnswer.Refusal.plain, "")
        if case .refusal(let named, let said) = answer.reading { (kind, words) = (named, said) }
        switch (kind, status) {
        case (.tokenExpired, _), (.plain, 401): self = .unauthorised
        case (.duplicate, _): self = .duplicate(words: words)
        case (.keyInUse, _): self = .conflict(words: words)
        case (.plain, 429): self = .refusedRetry(after: answer.retryAfter)
        case (.plain, 400), (.plain, 403), (.plain, 404), (.plain, 410), (.plain, 413), (.plain, 422):
            self = .refused(words: words)
        default: self = .unclear
        }
    }

    /// The word under which the attempt is closed.
    var attemptOutcome: AttemptOutcome {
        switch self {
        case .notSent: .notSent
        case .accepted: .accepted
        case .acceptedNoID: .acceptedNoID
        case .refusedRetry: .refusedRetry
        case .unauthorised: .unauthorised
        case .refused: .refused
        case .conflict: .conflict
        case .duplicate: .duplicate
        case .unclear: .unclear
        }
    }
}
