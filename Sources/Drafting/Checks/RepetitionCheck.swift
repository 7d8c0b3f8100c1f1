package import Dialogue

/// R12: the same long sentence is not said twice, neither in one reply nor on one page within a short time. Sentences
/// with a link, and the one that says the opening, are fixed wording.
package struct RepetitionCheck: DraftCheck {
    package let rule = DraftRule.repetition
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        var seen: Set<SentenceKey> = []
        var ranges: [Range<Int>] = []
        for (key, range) in SentenceKey.all(in: text) {
            let isNew = seen.insert(key).inserted
            guard !isNew || context.page.contains(key) else { continue }
            if let opening = context.nextOpening, text.string(range).contains(opening) { continue }
            ranges.append(range)
        }
        return found(ranges, in: text, "the page has read this sentence already", "say it in other words")
    }
}
