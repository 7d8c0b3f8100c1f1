package import Dialogue

/// R05: an apology does not shift the cause to weather, season, technology or others.
package struct ExcuseCheck: DraftCheck {
    package let rule = DraftRule.excuse
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        let apologies = context.phrases(.apology)
        let excuses = context.phrases(.excuse)
        let ranges = text.sentences.filter { apologies.isFound(in: text, words: $0.words) }
            .flatMap { excuses.matches(in: text, words: $0.words).map(\.range) }
        return found(
            ranges, in: text, "the apology gives an excuse", "explain the cause later, in a sentence of its own")
    }
}
