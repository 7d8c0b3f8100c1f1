/// A label that is learned from posts which people have labelled, not read by rules.
package enum LearnedLabel: String, CaseIterable, Hashable, Sendable, Codable {
    case forUs = "for_us"
    case needsAnswer = "needs_answer"
    case intent, sentiment, emotion, urgency
    case irony = "irony_suspected"

    /// The words of its values, in the order of the model's outputs. A label that is true or false has one output: how true it is.
    package var classes: [String] {
        switch self {
        case .forUs, .needsAnswer, .irony: ["true"]
        case .intent: Intent.allCases.map(\.rawValue)
        case .sentiment: Sentiment.allCases.map(\.rawValue)
        case .emotion: Emotion.allCases.map(\.rawValue)
        case .urgency: ["0", "1", "2"]
        }
    }

    /// Every word that a labelled post may have for it.
    package var words: [String] { isBinary ? ["true", "false"] : classes }

    var isBinary: Bool { classes.count == 1 }

    /// Where its outputs stand among those of all labels.
    var outputs: Range<Int> {
        var start = 0
        for label in Self.allCases {
            if label == self { break }
            start += label.classes.count
        }
        return start..<start + classes.count
    }

    /// How many outputs all labels have together.
    static let outputCount = allCases.reduce(0) { $0 + $1.classes.count }
}
