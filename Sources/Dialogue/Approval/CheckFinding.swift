/// How much a finding of a check weighs; the raw value is the word of every output.
package enum CheckLevel: String, Hashable, Comparable, Sendable, CaseIterable {
    /// For the reader.
    case info
    /// A person should look at it before approving.
    case warn
    /// Nobody can approve the text as it is.
    case block

    /// From the harmless to the serious.
    package static func < (left: CheckLevel, right: CheckLevel) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warn: 1
        case .block: 2
        }
    }
}

/// What a check said about a draft.
package struct CheckFinding: Hashable, Sendable {
    /// The fixed name of the rule.
    package let rule: String
    package let level: CheckLevel
    /// For the person who reviews.
    package let message: String

    package init(rule: String, level: CheckLevel, message: String) {
        self.rule = rule
        self.level = level
        self.message = message
    }
}
