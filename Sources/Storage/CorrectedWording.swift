package import Dialogue
package import ServiceHours

/// A wording of a post with everything that people say of it: what learning learns from.
package struct CorrectedWording: Hashable, Sendable {
    package let key: PostKey
    package let text: String
    /// How it was read when somebody corrected it last.
    package let read: TriageSummary
    /// Those that hold, one for each label, in the order of ``CorrectableLabel``; never empty.
    package let corrections: [Correction]

    package init(key: PostKey, text: String, read: TriageSummary, corrections: [Correction]) {
        self.key = key
        self.text = text
        self.read = read
        self.corrections = corrections
    }

    /// When the last of them was made.
    package var correctedAt: Instant { corrections.map(\.at).max() ?? Instant(seconds: 0) }

    /// The post as one that is labelled, named by network and id; in the language that people say it has, else in that which was read.
    package var labelledPost: LabelledPost {
        let words = Dictionary(corrections.map { ($0.label, $0.word) }) { $1 }
        var labels: [LearnedLabel: String] = [:]
        for (label, word) in words { if let learned = label.learned { labels[learned] = word } }
        return LabelledPost(
            id: "\(key.network.name) \(key.remoteID)", text: text,
            language: words[.language].flatMap(Language.init(rawValue:)) ?? read.language, labels: labels)
    }
}
