package import Dialogue

/// R26: a reply gives something: a fact, a question, a link, an offer, a decision. Comfort alone is empty.
///
/// A figure counts as a fact, a question mark as a question; what offers and decides stands in the language's list.
package struct EmptyComfortCheck: DraftCheck {
    package let rule = DraftRule.emptyComfort
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        switch context.occasion {
        case .complaint, .question, .followUp, .outOfHours: break
        case .praise, .closing, .remark: return nil
        }
        let hasFigure = text.words.contains { $0.folded.utf8.contains { (0x30...0x39).contains($0) } }
        if hasFigure || !text.links.isEmpty || text.scalars.contains("?") { return nil }
        if context.phrases(.giving).isFound(in: text) { return nil }
        return found(
            "the reply gives nothing: no fact, question, link, offer or decision", "add the next step, or ask for one")
    }
}
