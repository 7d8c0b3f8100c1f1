package import Dialogue

/// R13: the reply is in the language that was wanted. Counted are the frequent words of each language.
package struct LanguageCheck: DraftCheck {
    package let rule = DraftRule.language
    package let level = CheckLevel.block

    /// So many words of another language, and twice as many as of the wanted one, are no quotation any more.
    private static let fewest = 4

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        let own = context.phrases(.commonWords).matches(in: text).count
        for pack in context.others {
            let foreign = pack.phrases(.commonWords).matches(in: text).count
            guard foreign >= Self.fewest, foreign > own * 2 else { continue }
            return found(
                "the reply is in '\(pack.language.rawValue)', wanted is '\(context.pack.language.rawValue)'",
                "write it in the customer's language")
        }
        return nil
    }
}
