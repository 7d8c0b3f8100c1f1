import Dialogue

/// What a reply is held against: what was wanted, who is addressed, and the word lists of its language.
package struct CheckContext: Sendable {
    let pack: LanguagePack
    /// The packs of the languages that are not wanted.
    let others: [LanguagePack]
    let register: ReplyRegister
    let occasion: Occasion
    let author: Author
    let leadingHandle: String?
    let length: LengthRule
    let competitors: PhraseList
    let page: PageHistory
    /// How the next opening is said; nil when the reply need not say it.
    let nextOpening: String?

    func phrases(_ topic: PhraseTopic) -> PhraseList { pack.phrases(topic) }

    /// Whether the customer complains: then nothing is sold and an apology comes first.
    var isComplaint: Bool { occasion == .complaint }
}
