/// Corrections in one line, as a person types them: `intent=question needs_answer=no`.
package enum CorrectionLine {
    /// What the line says for each label; empty for a line of blanks. Of a label that is named twice the last counts.
    /// - Throws: `no-label`, `no-word`, or `no-pair` for a part without `=`.
    package static func read(_ line: String) throws(DecisionRefusal) -> [CorrectableLabel: String] {
        var words: [CorrectableLabel: String] = [:]
        for part in line.split(whereSeparator: \.isWhitespace) {
            guard let equals = part.firstIndex(of: "=") else {
                throw DecisionRefusal(
                    "no-pair", "'\(PlainLine.clean(String(part), limit: 40))' is no label with a value",
                    "write them as intent=question needs_answer=no")
            }
            let label = try CorrectableLabel(named: String(part[..<equals]))
            words[label] = try label.word(for: String(part[part.index(after: equals)...]))
        }
        return words
    }
}
