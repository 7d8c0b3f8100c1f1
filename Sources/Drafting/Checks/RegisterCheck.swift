package import Dialogue

/// R01: a reply addresses the customer in one way, the one the customer chose. A single form of the other is one too
/// many; a neutral reply has neither.
package struct RegisterCheck: DraftCheck {
    package let rule = DraftRule.register
    package let level = CheckLevel.block

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        let unwanted: [PhraseTopic] =
            switch context.register {
            case .du: [.sie]
            case .sie: [.du, .duPronouns]
            case .neutral: [.du, .duPronouns, .sie]
            }
        let ranges = unwanted.flatMap { context.phrases($0).matches(in: text).map(\.range) }
        return found(
            ranges.sorted { $0.lowerBound < $1.lowerBound }, in: text,
            "the reply should be \(context.register.rawValue) and has other forms", "change these words")
    }
}
