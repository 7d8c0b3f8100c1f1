import Dialogue

/// The labels of a lesson in one text: each as `label=word`, parted by blanks, in their own order.
enum LabelText {
    static func text(_ labels: [LearnedLabel: String]) -> String {
        LearnedLabel.allCases.compactMap { label in labels[label].map { "\(label.rawValue)=\($0)" } }
            .joined(separator: " ")
    }

    /// Labels and words that this release does not know are left out.
    static func labels(_ text: String) -> [LearnedLabel: String] {
        var labels: [LearnedLabel: String] = [:]
        for part in text.split(separator: " ") {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, let label = LearnedLabel(rawValue: String(halves[0])),
                label.words.contains(String(halves[1]))
            else { continue }
            labels[label] = String(halves[1])
        }
        return labels
    }
}
