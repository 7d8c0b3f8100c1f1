package import Dialogue

/// R06: the blame is never turned on the customer.
package struct ReproachCheck: DraftCheck {
    package let rule = DraftRule.reproach
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        found(
            context.phrases(.reproach).matches(in: text).map(\.range), in: text, "the reply reproaches the customer",
            "say what can be done now")
    }
}
