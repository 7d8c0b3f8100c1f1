package import Dialogue

/// R04: an apology is not taken back: no "if you felt" in it, no "but" in it or at the beginning of the next sentence.
package struct ReservationCheck: DraftCheck {
    package let rule = DraftRule.reservation
    package let level = CheckLevel.warn

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        let apologies = context.phrases(.apology)
        let reservations = context.phrases(.reservation)
        var ranges: [Range<Int>] = []
        for (index, sentence) in text.sentences.enumerated()
        where apologies.isFound(in: text, words: sentence.words) {
            ranges += reservations.matches(in: text, words: sentence.words).map(\.range)
            guard index + 1 < text.sentences.count else { continue }
            let next = text.sentences[index + 1].words
            ranges += reservations.matches(in: text, words: next)
                .filter { $0.words.lowerBound == next.lowerBound }.map(\.range)
        }
        return found(ranges, in: text, "the apology is taken back", "apologise without reservation")
    }
}
