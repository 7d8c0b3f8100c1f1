package import Dialogue

/// R13: no doubled punctuation, no blank before it, no doubled blank. Three full stops are an ellipsis.
package struct PunctuationCheck: DraftCheck {
    package let rule = DraftRule.punctuation
    package let level = CheckLevel.info

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        var ranges: [Range<Int>] = []
        var index = 0
        var link = 0
        while index + 1 < text.scalars.count {
            while link < text.links.count, text.links[link].upperBound <= index { link += 1 }
            if link < text.links.count, text.links[link].contains(index) {
                index = text.links[link].upperBound
                continue
            }
            let run = run(at: index, in: text.scalars)
            if run.isSlip { ranges.append(index..<run.end) }
            index = run.end
        }
        return found(ranges, in: text, "the punctuation is doubled or has a blank before it", "look at it again")
    }

    /// The end of what begins here, and whether it is a slip.
    private func run(at start: Int, in scalars: [Unicode.Scalar]) -> (end: Int, isSlip: Bool) {
        let scalar = scalars[start]
        var end = start + 1
        guard scalar == " " || Self.isPunctuation(scalar) else { return (end, false) }
        while end < scalars.count, scalars[end] == scalar { end += 1 }
        guard scalar == " " else { return (end, end - start > 1 && !(scalar == "." && end - start == 3)) }
        guard end < scalars.count, start > 0 else { return (end, false) }
        if Self.isPunctuation(scalars[end]), !Self.beginsSmiley(at: end, in: scalars) { return (end + 1, true) }
        return (end, end - start > 1 && scalars[end] != "\n")
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "," || scalar == "!" || scalar == "?" || scalar == ";" || scalar == ":"
    }

    /// `:)`, `;-)`, and a word such as `.well-known`.
    private static func beginsSmiley(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index + 1 < scalars.count else { return false }
        let next = scalars[index + 1]
        return next == "-" || next == ")" || next == "(" || ScalarKind.isWord(next) || next == "."
    }
}
