/// Why a row is in its state, as a fixed word.
package enum OutboxReason: String, Hashable, Sendable, CaseIterable {
    // Approved: why it waits.
    /// No byte of the last attempt left this machine.
    case notSent = "not-sent"
    /// The platform asked for a pause.
    case rateLimited = "rate-limited"
    /// The token was refused once; a fresh one is tried.
    case token
    /// The target could not be read, so nothing was sent.
    case notRead = "not-read"
    /// It was looked for and is not there; it may go again.
    case absentRetry = "absent-retry"
    /// A person ordered it to go again.
    case ordered

    // Uncertain: why nobody knows.
    case unclearAnswer = "unclear-answer"
    /// The attempt was on record and nothing more: its run ended before its answer.
    case interrupted
    /// The platform calls it a duplicate: of our earlier success, or of the same words to somebody else.
    case duplicateHint = "duplicate-hint"
    /// Refused, but an attempt before may have been taken.
    case refusedAfterUnclear = "refused-after-unclear"
    /// An unclear attempt has become too old for the platform to recognise its repetition.
    case keyExpired = "key-expired"

    // Uncertain, and held.
    /// The platform said yes and gave no id.
    case acceptedNoID = "accepted-no-id"
    /// The store is not the one in which it was approved: it may have been sent since.
    case restored

    // Held: what a person has to judge.
    /// Looked for and not found.
    case absent
    /// Something of ours stands there with other words.
    case nearMatch = "near-match"
    /// The customer edited or deleted what it answers.
    case staleTarget = "stale-target"
    /// Somebody answered for the brand meanwhile.
    case alreadyAnswered = "already-answered"
    /// Approved too long ago.
    case expired
    /// All attempts are used up.
    case attempts
    /// The key is in use for other words.
    case conflict
    /// Token or permission.
    case account
    /// It stands there more than once, or the platform takes it for a duplicate.
    case duplicateSeen = "duplicate-seen"

    // Sent: how we know.
    /// The platform answered with the id.
    case answer
    /// It was found there.
    case readBack = "read-back"
    /// A person said so.
    case person

    // Failed.
    case refused

    // Cancelled.
    case withdrawn
    case dropped
}
