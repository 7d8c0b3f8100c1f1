package import Dialogue

/// R09: a competitor is neither repeated nor run down, so not named at all.
package struct CompetitorCheck: DraftCheck {
    package let rule = DraftRule.competitor
    package let level = CheckLevel.block

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        found(
            context.competitors.matches(in: text).map(\.range), in: text, "the reply names a competitor",
            "speak of the customer's decision without the name")
    }
}
