/// How often each word of a label was read where another was true.
package struct ConfusionMatrix: Hashable, Sendable {
    package let label: LearnedLabel
    /// By the place of the true word, then of the read one.
    package private(set) var counts: [[Int]]
    private let words: [String]

    package init(_ label: LearnedLabel) {
        self.label = label
        words = label.words
        counts = Array(repeating: Array(repeating: 0, count: words.count), count: words.count)
    }

    /// Counts one post.
    package mutating func add(truth: String, read: String) {
        guard let row = words.firstIndex(of: truth), let column = words.firstIndex(of: read) else { return }
        counts[row][column] += 1
    }

    package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
    /// The share that was read right, 0…1; 0 where nothing was counted.
    package var accuracy: Double { ratio(words.indices.reduce(0) { $0 + counts[$1][$1] }, total) }

    /// How much of what was read as this word is it, 0…1.
    package func precision(of word: String) -> Double {
        guard let place = words.firstIndex(of: word) else { return 0 }
        return ratio(counts[place][place], counts.reduce(0) { $0 + $1[place] })
    }

    /// How much of what is this word was read as it, 0…1.
    package func recall(of word: String) -> Double {
        guard let place = words.firstIndex(of: word) else { return 0 }
        return ratio(counts[place][place], counts[place].reduce(0, +))
    }

    /// The harmonic mean of precision and recall, 0…1.
    package func f1(of word: String) -> Double {
        let (precision, recall) = (precision(of: word), recall(of: word))
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    /// The mean of the F1 of every word that is true of some post, 0…1.
    package var macroF1: Double {
        let present = words.indices.filter { counts[$0].reduce(0, +) > 0 }
        return present.isEmpty ? 0 : present.reduce(0) { $0 + f1(of: words[$1]) } / Double(present.count)
    }

    /// The matrix with precision and recall, a line for each true word.
    package var lines: [String] {
        let width = max(10, words.map(\.count).max() ?? 0) + 1
        func cell(_ text: String) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
        func share(_ value: Double) -> String {
            let thousandths = Int((value * 1000).rounded())
            return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
        }
        let head = cell("is \\ read") + words.map(cell).joined() + cell("precision") + cell("recall") + cell("F1")
        return [head]
            + words.enumerated().map { row, word in
                cell(word) + counts[row].map { cell(String($0)) }.joined() + cell(share(precision(of: word)))
                    + cell(share(recall(of: word))) + cell(share(f1(of: word)))
            }
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}
