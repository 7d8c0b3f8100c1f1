/// What a section of a file in `checks/` lists; the raw value is the section's name.
package enum PhraseTopic: String, Hashable, Sendable, CaseIterable {
    /// Forms that address somebody familiarly.
    case du
    /// Those of them that some write with a capital.
    case duPronouns = "du_pronouns"
    /// Forms that address somebody formally.
    case sie
    /// Frequent words that show the language of a text.
    case commonWords = "common_words"
    /// What a name follows at the beginning of a reply ("Dear").
    case salutation
    /// What may stand in a salutation though it is no name ("everybody").
    case generalAddress = "general_address"
    /// Words that stand before a name or for a group; never a first name.
    case title
    /// What agents leave where something is to be filled in.
    case placeholder
    /// An apology.
    case apology
    /// What takes half of an apology back.
    case reservation
    /// Causes that lie with others.
    case excuse
    /// Reproaches the customer.
    case reproach
    /// Promises that nobody can keep.
    case promise
    /// Speaks like an authority.
    case bureaucratic
    /// Wants to sell something.
    case sales
    /// Gives something: a step, a decision, an offer.
    case giving
}
