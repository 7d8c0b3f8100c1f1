package import Dialogue

/// L17: a reply is as long as its network takes, counted as the network counts.
package struct LengthCheck: DraftCheck {
    package let rule = DraftRule.length
    package let level = CheckLevel.block

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        let limit = context.length
        let length = limit.length(of: text.text)
        if length > limit.maximum {
            return found(
                "the reply has \(length) \(limit.unit.rawValue), the network takes \(limit.maximum)",
                "shorten it by \(length - limit.maximum)")
        }
        guard let bytes = limit.maximumBytes, text.text.utf8.count > bytes else { return nil }
        return found("the reply has \(text.text.utf8.count) bytes, the network takes \(bytes)", "shorten it")
    }
}
