package import Dialogue

/// R24: nothing is sold to somebody who complains.
package struct SalesCheck: DraftCheck {
    package let rule = DraftRule.sales
    package let level = CheckLevel.block

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        guard context.isComplaint else { return nil }
        return found(
            context.phrases(.sales).matches(in: text).map(\.range), in: text,
            "the reply sells to somebody who complains", "leave the offer out")
    }
}
