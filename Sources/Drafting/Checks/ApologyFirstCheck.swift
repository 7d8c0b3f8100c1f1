package import Dialogue

/// R04: who complains hears the apology first: in one of the first three sentences, the greeting among them.
package struct ApologyFirstCheck: DraftCheck {
    package let rule = DraftRule.apologyFirst
    package let level = CheckLevel.warn

    private static let firstSentences = 3

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        let apologies = context.phrases(.apology)
        guard context.isComplaint, !apologies.isEmpty else { return nil }
        let isFirst = text.sentences.prefix(Self.firstSentences).contains {
            apologies.isFound(in: text, words: $0.words)
        }
        return isFirst ? nil : found("the reply does not begin with an apology", "say sorry first, and in full")
    }
}
