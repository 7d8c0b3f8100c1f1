import Dialogue

/// Which of the known names somebody may have meant.
enum NearestName {
    /// The nearest of `names` at a distance of at most 2 (one for names of up to three letters), or the only one that
    /// `word` begins; case is ignored.
    static func of(_ word: String, among names: some Sequence<String>) -> String? {
        let typed = word.lowercased()
        let length = typed.unicodeScalars.count
        guard (1...64).contains(length) else { return nil }

        var best: (name: String, distance: Int)?
        var begun: [String] = []
        for name in names {
            let known = name.lowercased()
            let knownLength = known.unicodeScalars.count
            if length >= 2, known.unicodeScalars.starts(with: typed.unicodeScalars) { begun.append(name) }
            guard abs(knownLength - length) <= 2 else { continue }

            let distance = SpellingDistance.between(typed, known)
            if distance <= (min(knownLength, length) <= 3 ? 1 : 2), distance < best?.distance ?? .max {
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
}
