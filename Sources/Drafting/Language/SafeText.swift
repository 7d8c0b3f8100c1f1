/// Lets foreign words into a reply only where they are one plain line.
enum SafeText {
    /// The text without blanks at its ends; nil when it is empty, too long (in Unicode scalars), has more than one
    /// line, or characters that are invisible or change how other text reads.
    static func line(_ text: String, longest: Int) -> String? {
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            guard count <= longest, isHarmless(scalar), scalar != "\n" else { return nil }
        }
        let trimmed = SourceText.trimmed(text)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The same for up to four lines.
    static func lines(_ text: String, longest: Int) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let safe = lines.compactMap { line(String($0), longest: longest) }
        return safe.count == lines.count && safe.count <= 4 ? safe.joined(separator: "\n") : nil
    }

    /// Neither a control character nor one that reorders or hides; a line break is harmless.
    static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0a: true
        case 0..<0x20, 0x7f...0x9f, 0x2028, 0x2029, 0xfeff, 0xfffd, 0x200e, 0x200f, 0x061c: false
        default: !ScalarKind.isBidiControl(scalar)
        }
    }
}
