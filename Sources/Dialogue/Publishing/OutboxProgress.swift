package import ServiceHours

/// Everything about an outbox row that changes; what was approved never does.
package struct OutboxProgress: Hashable, Sendable {
    package var state: OutboxState
    package var reason: OutboxReason?
    /// How many attempts were opened.
    package var attempts: Int
    /// Attempts up to this one no longer stand in the way of another: they were looked for and given up, or a person ordered it.
    package var clearedThrough: Int
    /// The last order of a person to send it again.
    package var order: RetryOrder?
    /// Nothing is done before this instant.
    package var nextAt: Instant
    /// The last instant for an attempt.
    package var expiresAt: Instant
    /// When the state was last entered.
    package var since: Instant
    /// Complete looks in a row that could not be made or read.
    package var failedLooks: Int
    /// When the first of the complete looks that found nothing was made; nil before.
    package var absentSince: Instant?
    /// The reply on the platform, as far as it is known.
    package var reply: SentReply?
    /// What was seen, for the person who has to judge: one line for each finding, foreign words among them.
    package var evidence: [String]
    /// The store and machine that last decided about it.
    package var epoch: String
    /// Whether attempts may have been made that are not on record: for good, once another store or machine was found to have held it.
    package var isRestored: Bool

    package init(
        state: OutboxState, reason: OutboxReason?, attempts: Int, clearedThrough: Int, order: RetryOrder?,
        nextAt: Instant, expiresAt: Instant, since: Instant, failedLooks: Int, absentSince: Instant?,
        reply: SentReply?, evidence: [String], epoch: String, isRestored: Bool
    ) {
        self.state = state
        self.reason = reason
        self.attempts = attempts
        self.clearedThrough = clearedThrough
        self.order = order
        self.nextAt = nextAt
        self.expiresAt = expiresAt
        self.since = since
        self.failedLooks = failedLooks
        self.absentSince = absentSince
        self.reply = reply
        self.evidence = evidence
        self.epoch = epoch
        self.isRestored = isRestored
    }

    /// Of an approved reply nobody has touched.
    init(approvedAt instant: Instant, nextAt: Instant, expiresAt: Instant, epoch: String) {
        self.init(
            state: .approved, reason: nil, attempts: 0, clearedThrough: 0, order: nil, nextAt: nextAt,
            expiresAt: expiresAt, since: instant, failedLooks: 0, absentSince: nil, reply: nil, evidence: [],
            epoch: epoch, isRestored: false)
    }

    /// Attempts since the approval, or since a person ordered another round.
    var attemptsThisRound: Int { attempts - (order?.attempts ?? 0) }
}

/// A person's order to send a held reply again.
package struct RetryOrder: Hashable, Sendable {
    package let by: String
    package let at: Instant
    /// Attempts opened before it.
    package let attempts: Int
    /// What the row was held for: the person has seen it, so the same finding holds it no more.
    package let waives: OutboxReason

    package init(by: String, at: Instant, attempts: Int, waives: OutboxReason) {
        self.by = by
        self.at = at
        self.attempts = attempts
        self.waives = waives
    }
}
