/// A file of `replies/`: whole replies to one occasion, in a variant for each way to address the customer.
package struct ReplyTemplate: Sendable {
    /// The file's name without its ending.
    package let name: String
    /// What it answers.
    package let occasion: Occasion
    /// What it is called where people choose; the name where the file gives none.
    package let title: String
    /// The occasions it may stand in for; only a reply for a closed desk has any.
    let answers: Set<Occasion>
    /// Words of the post that make it the first choice.
    let mentions: PhraseList
    /// Each variant with its wordings.
    let variants: [ReplyRegister: [Wording]]
}
