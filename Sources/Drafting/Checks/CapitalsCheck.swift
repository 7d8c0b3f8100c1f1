package import Dialogue

/// R13: the familiar address is written one way throughout, with a small letter or with a capital.
package struct CapitalsCheck: DraftCheck {
    package let rule = DraftRule.capitals
    package let level = CheckLevel.info

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        guard context.register == .du else { return nil }
        let forms = context.phrases(.duPronouns).matches(in: text).filter { mayBeSmall($0, in: text) }
        let capital = forms.filter { text.words[$0.words.lowerBound].isCapital }
        guard !capital.isEmpty, capital.count < forms.count else { return nil }
        return found(
            capital.map(\.range), in: text, "the address has a capital here and a small letter elsewhere",
            "choose one of the two")
    }

    /// Neither where a sentence begins nor behind a colon.
    private func mayBeSmall(_ form: PhraseList.Match, in text: DraftText) -> Bool {
        guard !text.words[form.words.lowerBound].opensSentence else { return false }
        let before = text.scalars[..<form.range.lowerBound].last { !ScalarKind.isSpace($0) }
        return before != ":"
    }
}
