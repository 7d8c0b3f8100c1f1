/// What a Unicode scalar is to the reading of a post.
enum ScalarClass {
    /// A letter, folded to one or two small letters of ASCII; the second is 0 for one.
    case letter(UInt8, UInt8, isCapital: Bool)
    /// A letter of another script, kept as it is.
    case foreignLetter
    case digit
    case emoji
    /// Part of the word it stands in, though nothing is read of it: apostrophes, joiners, marks, direction controls.
    case invisible
    /// U+0308, which makes an umlaut of the letter before it.
    case diaeresis
    case space
    case newline
    /// Ends a sentence.
    case stop
    /// Ends a clause.
    case pause
    case openingQuote
    case closingQuote
    /// Opens or closes, whichever is due.
    case quote
    /// Parts words and nothing more.
    case separator
}

extension ScalarClass {
    init(_ scalar: UInt32) {
        self = scalar < 0x80 ? Self.ofASCII(UInt8(truncatingIfNeeded: scalar)) : Self.beyondASCII(scalar)
    }

    private static func ofASCII(_ byte: UInt8) -> ScalarClass {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .letter(byte, 0, isCapital: false)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter(byte | 0x20, 0, isCapital: true)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): .newline
        case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0b, 0x0c: .space
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .invisible
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): .pause
        case UInt8(ascii: "\""): .quote
        default: .separator
        }
    }

    private static func beyondASCII(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0xc4: .letter(.a, .e, isCapital: true)
        case 0xe4, 0xe6: .letter(.a, .e, isCapital: false)
        case 0xc6: .letter(.a, .e, isCapital: true)
        case 0xd6: .letter(.o, .e, isCapital: true)
        case 0xf6: .letter(.o, .e, isCapital: false)
        case 0xdc: .letter(.u, .e, isCapital: true)
        case 0xfc: .letter(.u, .e, isCapital: false)
        case 0xdf: .letter(.s, .s, isCapital: false)
        case 0x1e9e: .letter(.s, .s, isCapital: true)
        case 0xd7, 0xf7: .separator
        case 0xc0...0xff: .letter(latin1[Int(scalar - 0xc0)], 0, isCapital: scalar < 0xdf)
        case 0x100...0x17f: .letter(latinExtended[Int(scalar - 0x100)], 0, isCapital: scalar & 1 == 0)
        case 0x80...0x9f, 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfe00...0xfe0f, 0xfeff,
            0x1f3fb...0x1f3ff, 0xe0000...0xe01ef:
            .invisible
        case 0x2018...0x2019, 0x201b, 0xb4, 0x2bc: .invisible
        case 0x308: .diaeresis
        case 0x300...0x36f, 0x483...0x489, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f:
            .invisible
        case 0x201e, 0x201a: .openingQuote
        case 0x201d: .closingQuote
        case 0x201c, 0xab, 0xbb: .quote
        case 0x2013, 0x2014: .pause
        case 0x2026, 0x203c, 0x2047...0x2049, 0x3002, 0xff01, 0xff1f: .stop
        case 0x2028, 0x2029, 0x85: .newline
        case 0xa0, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: .space
        case 0x2190...0x2bff, 0x1f000...0x1faff: .emoji
        case 0xa1...0xbf: .separator
        default: isLetter(scalar) ? .foreignLetter : .separator
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }

    /// U+00C0 to U+00FF without their accents.
    private static let latin1 = Array("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty".utf8)

    /// U+0100 to U+017F without their accents.
    private static let latinExtended = Array(
        ("aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkklllllll"
            + "lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssssttttttuuuuuu" + "uuuuwwyyyzzzzzzs").utf8)
}

extension UInt8 {
    fileprivate static let a = UInt8(ascii: "a")
    fileprivate static let e = UInt8(ascii: "e")
    fileprivate static let o = UInt8(ascii: "o")
    fileprivate static let s = UInt8(ascii: "s")
    fileprivate static let u = UInt8(ascii: "u")
}
