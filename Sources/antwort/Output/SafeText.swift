/// Makes foreign text harmless to look at: nothing in it can move a cursor, colour a line, ring a bell or turn the reading direction.
enum SafeText {
    /// The text in one line: every line break and tab is a blank, what could act on a terminal is gone.
    static func line(_ text: String) -> String {
        cleaned(text) { _ in " " }
    }

    /// The text with its line breaks, otherwise as ``line(_:)``.
    static func block(_ text: String) -> String {
        cleaned(text) { $0 == "\n" ? "\n" : " " }
    }

    private static func cleaned(_ text: String, space: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var cleaned = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "x"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r":
                break
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}":
                cleaned.append(space(scalar == "\r" ? "\n" : scalar))
            default:
                if !isActive(scalar) { cleaned.append(scalar) }
            }
            previous = scalar
        }
        return String(cleaned)
    }

    /// Control characters (C0, C1, DEL), bidirectional controls (Unicode Standard Annex 9) and other format characters that act unseen.
    static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
