package import Dialogue

/// R07: effort is promised, and what is in our power; outcomes are not.
package struct PromiseCheck: DraftCheck {
    package let rule = DraftRule.promise
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        found(
            context.phrases(.promise).matches(in: text).map(\.range), in: text,
            "the reply promises what nobody can keep",
            "promise the effort instead")
    }
}
