package import Dialogue

/// R19: a reply made while the desk is closed says when it opens.
package struct OpeningCheck: DraftCheck {
    package let rule = DraftRule.opening
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        guard let opening = context.nextOpening, !text.text.contains(opening) else { return nil }
        return found("the desk is closed and the reply does not say when it opens", "write '\(opening)'")
    }
}
