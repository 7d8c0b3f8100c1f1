package import ServiceHours

/// What is remembered of a source between runs.
package struct SourceState: Hashable, Sendable {
    package let name: String
    /// When it first stood in the settings; `live_since` defaults to it.
    package let addedAt: Instant
    /// Where reading goes on: written and read by the source's connector alone.
    package let cursor: String?
    package let health: SourceHealth

    package init(name: String, addedAt: Instant, cursor: String?, health: SourceHealth) {
        self.name = name
        self.addedAt = addedAt
        self.cursor = cursor
        self.health = health
    }
}

/// How a source has been doing. It is written when it changes, not at every poll.
package struct SourceHealth: Hashable, Sendable {
    /// The last success that was written down: while a source is healthy every later run that polled it is one too.
    package var lastSuccess: Instant?
    /// nil while the source is healthy.
    package var failure: SourceFailure?
    /// Not to be asked before this instant (Retry-After, a rate limit).
    package var suspendedUntil: Instant?

    package init(lastSuccess: Instant? = nil, failure: SourceFailure? = nil, suspendedUntil: Instant? = nil) {
        self.lastSuccess = lastSuccess
        self.failure = failure
        self.suspendedUntil = suspendedUntil
    }
}

/// Why a source could not be read.
package struct SourceFailure: Hashable, Sendable {
    package let since: Instant
    package let last: Instant
    /// A fixed word.
    package let code: String
    /// For people, without secrets.
    package let message: String

    package init(since: Instant, last: Instant, code: String, message: String) {
        self.since = since
        self.last = last
        self.code = code
        self.message = message
    }
}
