/// Which words stand behind a "no" or "not" of their own clause.
struct NegationFinder {
    private let negations: [Int]
    private let text: TokenizedText

    /// How far a negation reaches, in words of its clause.
    private static let reach = 3

    init(_ text: TokenizedText, hits: [Hit]) {
        self.text = text
        negations = hits.filter { $0.category == .negation }.map(\.last)
    }

    /// Whether a single word is denied ("nobody injured"); a turn of phrase holds its own negation.
    func denies(_ hit: Hit) -> Bool {
        guard hit.wordCount == 1, !negations.isEmpty else { return false }
        var low = 0
        var high = negations.count
        while low < high {
            let middle = (low + high) / 2
            if negations[middle] < hit.first { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return false }
        let negation = negations[low - 1]
        return hit.first - negation <= Self.reach && text.tokens[negation].clause == text.tokens[hit.first].clause
    }
}
