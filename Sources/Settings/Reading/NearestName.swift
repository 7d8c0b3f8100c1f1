/// Which of the known names somebody may have meant.
enum NearestName {
    /// The nearest of `names` at a distance of at most 2 (one for names of up to three letters), or the only one that
    /// `word` begins; case is ignored.
    static func of(_ word: String, among names: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased().unicodeScalars)
        guard !typed.isEmpty, typed.count <= 64 else { return nil }

        var best: (name: String, distance: Int)?
        var begun: [String] = []
        for name in names {
            let known = Array(name.lowercased().unicodeScalars)
            if typed.count >= 2, known.starts(with: typed) { begun.append(name) }
            guard abs(known.count - typed.count) <= 2 else { continue }

            let distance = distance(typed, known)
            if distance <= (min(known.count, typed.count) <= 3 ? 1 : 2), distance < best?.distance ?? .max {
                best = (name, distance)
            }
        }
        return best?.name ?? (begun.count == 1 ? begun.first : nil)
    }

    /// The advice for an unknown word: the name that was probably meant, else all of them.
    static func advice(for word: String, among names: [String]) -> String {
        if let nearest = of(word, among: names) { return "did you mean \(nearest)?" }
        if names.isEmpty { return "there is none to choose from" }

        let listed = names.prefix(40).joined(separator: ", ")
        return "known are \(listed)" + (names.count > 40 ? " and \(names.count - 40) more" : "")
    }

    /// Letters to insert, delete, replace or swap with their neighbour (Damerau-Levenshtein, each place touched once).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }

        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            current.reserveCapacity(right.count + 1)
            for column in 1...right.count {
                let isSame = left[row - 1] == right[column - 1]
                var least = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                let isSwapped =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
                if isSwapped { least = min(least, beforeLast[column - 2] + 1) }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
