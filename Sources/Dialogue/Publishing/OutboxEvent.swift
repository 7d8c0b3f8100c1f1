import ServiceHours

/// What happens to an outbox row.
package enum OutboxEvent: Hashable, Sendable {
    /// A publishing run that holds the lock comes upon the row. Whoever left it in ``OutboxState/sending`` is not alive any more.
    case run
    /// The look before an attempt.
    case preflight(TargetSight)
    /// What came of the attempt.
    case answer(PublishAnswer)
    /// The look after an unclear outcome.
    case readBack(TargetSight)
    /// A person takes it back.
    case withdraw(by: String)
    /// A person decides about a held row.
    case resolve(Resolution, by: String)
}

/// What a person can decide about a held row.
package enum Resolution: Hashable, Sendable {
    /// It is there: this is it.
    case sent(SentReply)
    /// Send it again.
    case retry
    /// Give it up.
    case drop
}
