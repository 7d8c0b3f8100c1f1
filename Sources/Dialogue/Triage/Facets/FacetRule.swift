/// The separate points a post raises, each of which wants an answer.
///
/// Sentences, parted further where an enumeration goes on, are taken for points when they blame, ask or request. A point
/// that goes on with the one before it belongs to that: an answer to one is an answer to both.
struct FacetRule {
    private let words: DetailText
    private let hits: [Hit]

    /// The most points kept apart; what comes behind belongs to the last.
    static let most = 8
    /// A question with fewer words asks about what was said before it.
    private static let fewestWordsOfOwnQuestion = 5
    private static let fewestWordsAdded = 3
    /// What the hits of a part must weigh together to make a point of it.
    private static let leastWeight = 0.5

    /// In the order of the text; half-open ranges of Unicode scalars. At least one of a text that has words: what needs
    /// an answer and shows no point is a point as a whole.
    static func facets(in words: DetailText, hits: [Hit]) -> [Range<Int>] {
        FacetRule(words: words, hits: hits).ranges
    }

    /// A sentence, or the part of one that an enumeration parts from the rest.
    private struct Part {
        let tokens: Range<Int>
        var asks = false
        var blames = false
        var weight = 0.0
        /// Begins with a word that adds something else.
        var adds = false
        /// Something is added to it within its sentence.
        var isAddedTo = false
        /// In scalars, behind its last sign.
        var end: Int

        var isPoint: Bool {
            asks || weight >= FacetRule.leastWeight || (adds || isAddedTo) && tokens.count >= FacetRule.fewestWordsAdded
        }
    }

    private var ranges: [Range<Int>] {
        let text = words.text
        var facets: [Range<Int>] = []
        var previous: Part?
        let parts = weighedParts()
        for (index, part) in parts.enumerated() where part.isPoint {
            // "Why?" asks about what was said before it, even where nothing else shows that to be a point.
            let isAlone = facets.isEmpty && index > 0 && isShortQuestion(part)
            let first = isAlone ? parts[index - 1].tokens.lowerBound : part.tokens.lowerBound
            let range = text.tokens[first].scalars.lowerBound..<part.end
            if let last = facets.last, let before = previous, facets.count == Self.most || goesOn(part, from: before) {
                facets[facets.count - 1] = last.lowerBound..<range.upperBound
            } else {
                facets.append(range)
            }
            previous = part
        }
        if facets.isEmpty, let first = text.tokens.first, let last = text.tokens.last {
            return [first.scalars.lowerBound..<last.scalars.upperBound]
        }
        return facets
    }

    /// Whether a part says more about the point before it.
    private func goesOn(_ part: Part, from before: Part) -> Bool {
        if part.adds { return false }
        if part.asks {
            return isShortQuestion(part) || part.blames && !before.asks
        }
        return !opensMatter(part)
    }

    private func isShortQuestion(_ part: Part) -> Bool {
        part.asks && part.tokens.count < Self.fewestWordsOfOwnQuestion
    }

    /// Whether a part begins with a thing of its own: "the staff", not "the next one" and not "that".
    private func opensMatter(_ part: Part) -> Bool {
        let first = part.tokens.lowerBound
        let second = first + 1
        guard words.has(first, .facetThing), part.tokens.contains(second), words.isWord(second) else { return false }
        if words.has(second, [.last, .facetAdds]) { return false }
        return !words.has(first, .facetThingCapital) || words.text.tokens[second].isCapital
    }

    // MARK: Parts

    private func weighedParts() -> [Part] {
        var parts = parts()
        var index = 0
        for hit in hits {
            while index < parts.count, parts[index].tokens.upperBound <= hit.first { index += 1 }
            guard index < parts.count else { break }
            guard parts[index].tokens.contains(hit.first) else { continue }
            switch hit.category {
            case .questionWhy:
                parts[index].asks = true
                parts[index].blames = true
            case .questionOpening:
                let isOpening = hit.first <= parts[index].tokens.lowerBound + 2
                if isOpening { parts[index].asks = true }
            case .complaint, .negative, .request, .urgencySafety, .urgencyNow, .urgencyStranded, .urgencyDeadline,
                .threatToLeave, .legal, .crisis, .discrimination, .privacyRequest:
                parts[index].weight += hit.weight
            default: break
            }
        }
        return parts
    }

    private func parts() -> [Part] {
        let text = words.text
        var parts: [Part] = []
        for sentence in text.sentences where !sentence.tokens.isEmpty {
            var start = sentence.tokens.lowerBound
            for token in sentence.tokens where words.has(token, .facetAdds) && token > start {
                let opensClause = text.tokens[token].clause != text.tokens[token - 1].clause
                let isJoined = words.has(token - 1, .and) || words.has(token - 1, .facetAdds)
                guard opensClause || isJoined else { continue }
                let cut = isJoined ? token - 1 : token
                guard cut > start else { continue }
                var before = part(start..<cut)
                before.isAddedTo = true
                parts.append(before)
                start = cut
            }
            var last = part(start..<sentence.tokens.upperBound)
            if sentence.isQuestion {
                last.asks = true
                if let mark = sentence.questionMark { last.end = max(last.end, mark + 1) }
            }
            parts.append(last)
        }
        return parts
    }

    private func part(_ tokens: Range<Int>) -> Part {
        let adds = words.has(tokens.lowerBound, .facetAdds) || words.has(tokens.lowerBound + 1, .facetAdds)
        let last = tokens.upperBound - 1
        // The sign of a sum is no word and belongs to it all the same.
        let sign = words.sign(after: last).flatMap { Self.signsOfSums.contains($0.value) ? $0.length : nil } ?? 0
        return Part(tokens: tokens, adds: adds, end: words.text.tokens[last].scalars.upperBound + sign)
    }

    private static let signsOfSums: [UInt32] = [0x24, 0x25, 0xa3, 0x20ac]
}
