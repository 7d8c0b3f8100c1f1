package import Dialogue

/// R13: a reply is plain text. Control characters, characters that reorder or hide what is read, and text that is not
/// in Unicode normalization form C are refused: what was approved must be what everybody sees, and what is hashed.
package struct CharacterCheck: DraftCheck {
    package let rule = DraftRule.characters
    package let level = CheckLevel.block

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        guard !text.scalars.isEmpty else { return found("the reply is empty", "write one") }
        for (index, scalar) in text.scalars.enumerated() where !SafeText.isHarmless(scalar) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            return Finding(
                rule: rule, level: level,
                message: "an invisible or broken character (U+\(code)) stands in the reply; remove it",
                ranges: [index..<index + 1])
        }
        guard !NormalForm.isComposed(text.text) else { return nil }
        return found("the reply is not in Unicode form C", "type accents and umlauts as single characters")
    }
}
