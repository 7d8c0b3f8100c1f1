package import Dialogue
package import ServiceHours

/// Something that somebody has to hear about, or has heard.
package struct NoticeRecord: Hashable, Sendable {
    /// The word of every output.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Nobody has tried to deliver it.
        case queued
        /// It was delivered, at least once.
        case sent
        /// The last try did not deliver it; it is tried again.
        case failed
    }

    /// Each is announced once under it.
    package let key: NoticeKey
    package let subject: NoticeSubject
    /// Whom the channel reached when it was queued: addresses, for people.
    package let recipients: [String]
    package let queuedAt: Instant
    package let state: State
    /// How often a delivery was tried.
    package let attempts: Int
    /// When it was first delivered; nil before.
    package let sentAt: Instant?
    /// Why the last try failed, without secrets; nil when none has, and once it was delivered.
    package let lastError: String?

    package init(
        key: NoticeKey, subject: NoticeSubject, recipients: [String], queuedAt: Instant, state: State = .queued,
        attempts: Int = 0, sentAt: Instant? = nil, lastError: String? = nil
    ) {
        self.key = key
        self.subject = subject
        self.recipients = recipients
        self.queuedAt = queuedAt
        self.state = state
        self.attempts = attempts
        self.sentAt = sentAt
        self.lastError = lastError
    }

    /// Where a page that ends with this one ends.
    package var position: NoticePosition { NoticePosition(queuedAt: queuedAt, key: key.text) }

    /// The record after one more try. What was delivered once stays so, whatever a later try says.
    package func after(_ outcome: NoticeDelivery.Outcome) -> NoticeRecord {
        let (state, sentAt, lastError): (State, Instant?, String?) =
            switch outcome {
            case .sent(let instant): (.sent, self.sentAt ?? instant, nil)
            case .failed(let error): self.state == .sent ? (.sent, self.sentAt, nil) : (.failed, nil, error)
            }
        return NoticeRecord(
            key: key, subject: subject, recipients: recipients, queuedAt: queuedAt, state: state,
            attempts: attempts + 1, sentAt: sentAt, lastError: lastError)
    }
}

/// What a notice is about, as far as it takes to find it again: the words are made anew for each delivery.
package enum NoticeSubject: Hashable, Sendable {
    /// - origin: the id of the post the wait counts from.
    case wait(conversation: String, origin: String, kind: ResponseClock.Kind)
    case source(name: String)
    case outbox(row: String, conversation: String)

    /// Nil for a notice about a source.
    package var conversation: String? {
        switch self {
        case .wait(let conversation, _, _), .outbox(_, let conversation): conversation
        case .source: nil
        }
    }
}
