package import Dialogue

/// R14: whoever is greeted by name bears it. The words of a salutation at the beginning of the reply must stand in the
/// author record; a title says more than the record does.
package struct NameCheck: DraftCheck {
    package let rule = DraftRule.name
    package let level = CheckLevel.block

    private static let mostWords = 6

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        guard let salutation = context.phrases(.salutation).matches(in: text, words: firstWords(of: text)).first,
            salutation.words.lowerBound == 0
        else { return nil }
        let named = addressed(in: text, after: salutation)
        guard !named.isEmpty, !context.phrases(.generalAddress).isFound(in: text, words: named) else { return nil }
        let known = Set(
            [context.author.name, context.author.handle].compactMap { $0 }.flatMap { DraftText($0).words }
                .map(\.folded))
        let invented = named.map { text.words[$0] }.filter { !known.contains($0.folded) }
        return found(
            invented.map(\.range), in: text, "the reply greets a name that is not in the author record",
            "use the name as it stands there, or none")
    }

    private func firstWords(of text: DraftText) -> Range<Int> {
        0..<min(text.words.count, Self.mostWords)
    }

    /// The words after the salutation up to the first punctuation, from the first with a capital.
    private func addressed(in text: DraftText, after salutation: PhraseList.Match) -> Range<Int> {
        var end = salutation.words.upperBound
        while end < text.words.count, end - salutation.words.upperBound < Self.mostWords,
            !isInterrupted(text.words[end - 1].range.upperBound..<text.words[end].range.lowerBound, in: text)
        {
            end += 1
        }
        let range = salutation.words.upperBound..<end
        guard let first = range.first, text.words[first].isCapital else { return end..<end }
        return range
    }

    private func isInterrupted(_ gap: Range<Int>, in text: DraftText) -> Bool {
        text.scalars[gap].contains { ",!.:;?\n-\u{2013}".unicodeScalars.contains($0) && !isAbbreviation($0, gap) }
    }

    /// The full stop of "Dr. Berger" ends no salutation.
    private func isAbbreviation(_ scalar: Unicode.Scalar, _ gap: Range<Int>) -> Bool {
        scalar == "." && gap.count == 2
    }
}
