package import Drafting

/// Whether a reply to a conversation waits for a decision, and why not.
package enum DraftStanding: Hashable, Sendable {
    /// A draft with this id can be decided on.
    case waits(id: String)
    /// Nobody waits for an answer.
    case noAnswerDue
    /// What asks for an answer was brought in for the record.
    case history
    /// Replies cannot be published for the account.
    case accountCannotPublish
    /// The posts call for a person, or for no answer.
    case notDrafted(NoAnswer.Reason)
    /// This outbox row holds the approved reply; nothing was said since.
    case approved(outbox: String?)
    /// A person turned the reply down, and nothing was said since.
    case rejected(by: String, reason: String)
    /// The next run of `watch` drafts one.
    case notYet
}
