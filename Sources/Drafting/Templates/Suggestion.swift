import Dialogue

/// What to write instead of a word that is not known.
enum Suggestion {
    /// "did you mean 'x'?" where one of the known words is near, else all of them.
    static func advice(for word: String, among known: [String]) -> String {
        let ranked = known.map { (word: $0, distance: SpellingDistance.between($0, word)) }
        if let nearest = ranked.min(by: { $0.distance < $1.distance }),
            nearest.distance <= max(2, nearest.word.utf8.count / 3)
        {
            return "did you mean '\(nearest.word)'?"
        }
        return "use one of " + known.joined(separator: ", ")
    }
}
