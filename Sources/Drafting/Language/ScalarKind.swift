/// What kind of character a Unicode scalar is, as far as drafts care.
enum ScalarKind {
    /// Embeddings, overrides and isolates (UAX #9): they make a text read differently from what it says.
    static func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
        (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// Part of a word: a letter, a digit or a mark on one.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: return true
        case 0...0x7f: return false
        case 0xc0...0x24f: return scalar.value != 0xd7 && scalar.value != 0xf7
        case 0x2000...0x206f, 0x1f000...0x1faff: return false
        default:
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x41...0x5a).contains(scalar.value) : scalar.properties.isUppercase
    }

    /// Blank, tab, line break or a wider or unbreakable blank.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0a, 0x0d, 0x20, 0xa0, 0x2000...0x200a, 0x202f, 0x3000: true
        default: false
        }
    }
}
