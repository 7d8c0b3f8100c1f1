/// A list of turns of phrase, ready to be looked for.
package struct PhraseList: Sendable {
    /// Where a phrase stands.
    struct Match: Hashable, Sendable {
        /// Half-open, in Unicode scalars.
        let range: Range<Int>
        /// Half-open, in words.
        let words: Range<Int>
    }

    private var byFirstWord: [String: [Phrase]] = [:]
    private var others: [Phrase] = []

    /// Whether there is nothing to look for.
    package var isEmpty: Bool { byFirstWord.isEmpty && others.isEmpty }

    init(_ phrases: [Phrase] = []) {
        for phrase in phrases {
            if case .word(let word, _)? = phrase.parts.first {
                byFirstWord[word, default: []].append(phrase)
            } else {
                others.append(phrase)
            }
        }
    }

    /// All phrases of several lists.
    init(joining lists: [PhraseList]) {
        for list in lists {
            byFirstWord.merge(list.byFirstWord) { $0 + $1 }
            others += list.others
        }
    }

    /// A list of plain names, in any capitals; a last word of five letters or more may have an ending.
    init(names: [String]) {
        self.init(
            names.compactMap { name in
                let words = DraftText(name).words
                guard !words.isEmpty, words.count <= Phrase.mostParts else { return nil }
                var parts: [Phrase.Part] = words.map { .word($0.folded, isCapital: false) }
                if let last = words.last, last.folded.utf8.count >= 5 {
                    parts[parts.count - 1] = .prefix(last.folded, isCapital: false)
                }
                return Phrase(parts: parts, opensSentence: false)
            })
    }

    /// The longest phrase at each place, in the order of the text, none overlapping.
    func matches(in text: DraftText, words: Range<Int>? = nil) -> [Match] {
        guard !isEmpty else { return [] }
        let all = words ?? 0..<text.words.count
        var matches: [Match] = []
        var index = all.lowerBound
        while index < all.upperBound {
            guard let end = longestEnd(text.words[index..<all.upperBound]), end > index else {
                index += 1
                continue
            }
            matches.append(
                Match(
                    range: text.words[index].range.lowerBound..<text.words[end - 1].range.upperBound,
                    words: index..<end))
            index = end
        }
        return matches
    }

    /// Whether a text has any of the phrases.
    func isFound(in text: DraftText, words: Range<Int>? = nil) -> Bool {
        guard !isEmpty else { return false }
        let all = words ?? 0..<text.words.count
        return all.contains { longestEnd(text.words[$0..<all.upperBound]) != nil }
    }

    private func longestEnd(_ words: ArraySlice<DraftText.Word>) -> Int? {
        guard let first = words.first else { return nil }
        var longest: Int?
        for phrase in byFirstWord[first.folded] ?? [] {
            if let end = phrase.end(in: words) { longest = max(longest ?? end, end) }
        }
        for phrase in others {
            if let end = phrase.end(in: words) { longest = max(longest ?? end, end) }
        }
        return longest
    }
}
