package import Dialogue

/// L25: nothing that was to be filled in goes out: `{{name}}`, `[[…]]`, `[Name]`, `<Name>`, `%NAME%`, `XXX`, `___` and
/// the words of the language's placeholder list.
package struct UnresolvedSlotCheck: DraftCheck {
    package let rule = DraftRule.unresolved
    package let level = CheckLevel.block

    package func finding(in text: DraftText, context: CheckContext) -> Finding? {
        var ranges = context.phrases(.placeholder).matches(in: text).map(\.range)
        for word in text.words where word.range.count > 2 && text.scalars[word.range].allSatisfy({ $0 == "X" }) {
            ranges.append(word.range)
        }
        var index = 0
        while index < text.scalars.count {
            if let end = end(of: index, in: text) {
                ranges.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found(
            ranges.sorted { $0.lowerBound < $1.lowerBound }, in: text, "something is not filled in",
            "write what belongs there")
    }

    /// The longest thing in brackets that counts as a placeholder.
    private static let longest = 40

    private func end(of start: Int, in text: DraftText) -> Int? {
        let scalars = text.scalars
        let next = start + 1 < scalars.count ? scalars[start + 1] : " "
        switch scalars[start] {
        case "{" where next == "{", "}" where next == "}", "[" where next == "[", "]" where next == "]",
            "_" where next == "_" && !isInAddress(start, text):
            var end = start + 2
            while end < scalars.count, scalars[end] == scalars[start] { end += 1 }
            return end
        case "[":
            guard let end = close(with: "]", from: start, in: scalars) else { return nil }
            // [words](address) is a link where a network knows Markdown.
            return end < scalars.count && scalars[end] == "(" ? nil : end
        case "<": return close(with: ">", from: start, in: scalars)
        case "%": return isInAddress(start, text) ? nil : close(with: "%", from: start, in: scalars)
        default: return nil
        }
    }

    private func isInAddress(_ index: Int, _ text: DraftText) -> Bool {
        text.links.anyOverlaps(index..<index + 1) || text.handles.anyOverlaps(index..<index + 1)
    }

    /// Behind the closing sign when only letters, blanks, `_`, `.` and `-` and at least one letter lie between.
    private func close(with sign: Unicode.Scalar, from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var index = start + 1
        guard index < scalars.count, scalars[index].properties.isAlphabetic else { return nil }
        while index < scalars.count, index - start <= Self.longest {
            if scalars[index] == sign { return index + 1 }
            guard ScalarKind.isWord(scalars[index]) || " _.-".unicodeScalars.contains(scalars[index]) else {
                return nil
            }
            index += 1
        }
        return nil
    }
}
