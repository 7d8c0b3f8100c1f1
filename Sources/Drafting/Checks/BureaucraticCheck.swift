package import Dialogue

/// R11: a reply sounds like a person, not like an authority.
package struct BureaucraticCheck: DraftCheck {
    package let rule = DraftRule.bureaucratic
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        found(
            context.phrases(.bureaucratic).matches(in: text).map(\.range), in: text,
            "the reply sounds like an authority",
            "say it as you would aloud")
    }
}
