package import ServiceHours

/// What is to be done about an outbox row.
package enum OutboxDecision: Hashable, Sendable {
    /// Nothing, ever.
    case rest
    /// Nothing before this instant.
    case wait(until: Instant)
    /// Nothing until a person has decided.
    case waitForPerson
    /// Look at the target and report ``OutboxEvent/preflight(_:)``.
    case preflight
    /// Look for the reply and report ``OutboxEvent/readBack(_:)``.
    case readBack
    /// Write this; where that succeeds, send its posting if it has one, or go on with the row as it then is.
    case change(OutboxChange)
    /// What was asked for is not done.
    case refuse(OutboxRefusal)
}

/// Why something asked of an outbox row is not done; the raw value is a fixed word.
package enum OutboxRefusal: String, Hashable, Sendable {
    /// The row is in another state by now: somebody else acted.
    case otherState = "other-state"
    /// An attempt was made already: withdrawing promises what nobody can keep.
    case attempted
    /// No name was given.
    case nameless
    /// It stands on the platform already.
    case alreadyVisible = "already-visible"
    /// No id was given.
    case noID = "no-id"
}
