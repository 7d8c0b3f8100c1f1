/// What to write instead of a word that is not known.
enum Suggestion {
    /// "did you mean 'x'?" where one of the known words is near, else all of them.
    static func advice(for word: String, among known: [String]) -> String {
        let ranked = known.map { (word: $0, distance: distance(between: $0, word)) }
        if let nearest = ranked.min(by: { $0.distance < $1.distance }),
            nearest.distance <= max(2, nearest.word.utf8.count / 3)
        {
            return "did you mean '\(nearest.word)'?"
        }
        return "use one of " + known.joined(separator: ", ")
    }

    /// How many letters lie between two spellings (Levenshtein); only the first 64 bytes count.
    private static func distance(between left: String, _ right: String) -> Int {
        let left = Array(left.utf8.prefix(64))
        let right = Array(right.utf8.prefix(64))
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
