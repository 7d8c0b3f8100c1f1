package import ServiceHours

/// One attempt to publish: on record, and synced, before its first byte leaves. Attempts are only ever added, and closed once.
package struct Attempt: Hashable, Sendable {
    /// The row it belongs to.
    package let outbox: String
    /// 1, 2, …
    package let number: Int
    package let openedAt: Instant
    package let boot: BootTime
    package let epoch: String
    /// How it ended; nil while it is open.
    package let result: Result?

    /// How an attempt ended, with what was seen on the wire.
    package struct Result: Hashable, Sendable {
        package let outcome: AttemptOutcome
        package let closedAt: Instant
        package let wire: WireFacts

        package init(outcome: AttemptOutcome, closedAt: Instant, wire: WireFacts) {
            self.outcome = outcome
            self.closedAt = closedAt
            self.wire = wire
        }
    }

    package init(
        outbox: String, number: Int, openedAt: Instant, boot: BootTime, epoch: String, result: Result? = nil
    ) {
        self.outbox = outbox
        self.number = number
        self.openedAt = openedAt
        self.boot = boot
        self.epoch = epoch
        self.result = result
    }

    /// Whether it is proved that the platform took nothing of it.
    package var isProvedNotApplied: Bool { result?.outcome.provesNothingApplied ?? false }

    func closed(as outcome: AttemptOutcome, at instant: Instant, wire: WireFacts = WireFacts()) -> Attempt {
        Attempt(
            outbox: outbox, number: number, openedAt: openedAt, boot: boot, epoch: epoch,
            result: Result(outcome: outcome, closedAt: instant, wire: wire))
    }
}

/// What was seen of an exchange, for people who look into it later.
package struct WireFacts: Hashable, Sendable {
    package var status: Int?
    package var curlCode: Int?
    package var bytesSent: Int64
    package var retryAfter: Seconds?
    package var remoteID: String?

    package init(
        status: Int? = nil, curlCode: Int? = nil, bytesSent: Int64 = 0, retryAfter: Seconds? = nil,
        remoteID: String? = nil
    ) {
        self.status = status
        self.curlCode = curlCode
        self.bytesSent = bytesSent
        self.retryAfter = retryAfter
        self.remoteID = remoteID
    }
}

/// How an attempt ended; the raw value is a fixed word.
package enum AttemptOutcome: String, Hashable, Sendable, CaseIterable {
    case accepted
    /// A yes without a usable id.
    case acceptedNoID = "accepted-no-id"
    case notSent = "not-sent"
    case refusedRetry = "refused-retry"
    case unauthorised
    case refused
    case conflict
    case duplicate
    case unclear
    /// Nobody was there any more to see the answer.
    case interrupted

    /// Whether this ending proves that the platform took nothing.
    package var provesNothingApplied: Bool {
        switch self {
        case .notSent, .refusedRetry, .unauthorised, .refused: true
        case .accepted, .acceptedNoID, .conflict, .duplicate, .unclear, .interrupted: false
        }
    }
}
