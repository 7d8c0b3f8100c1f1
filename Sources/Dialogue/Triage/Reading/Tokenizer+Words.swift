extension Tokenizer {
    mutating func readWord() {
        var token = newToken(.word)
        token.isHashtag = isInHashtag
        var letters = 0
        var latinLetters = 0
        var capitals = 0
        var previous: (UInt8, UInt8) = (0, 0)
        var run = 0
        var second = 0..<0
        var drawnOut: [Range<Int>] = []

        word: while offset < text.bytes.count {
            let (value, width) = UTF8Cursor.scalar(in: text.bytes, at: offset)
            switch ScalarClass(value) {
            case .letter(let first, let other, let isCapital):
                // A hashtag parts its words by capitals.
                if isInHashtag, isCapital, letters > capitals { break word }
                if letters == 0 { token.isCapital = isCapital }
                letters += 1
                latinLetters += 1
                if isCapital { capitals += 1 }
                if value > 0x7f, Self.isForeignAccent(value) { token.hasForeignAccent = true }
                run = previous == (first, other) ? run + 1 : 1
                previous = (first, other)
                // A letter twice is spelling, three times is feeling.
                if run <= 2 {
                    let start = text.folded.count
                    text.folded.append(first)
                    if other != 0 { text.folded.append(other) }
                    second = start..<text.folded.count
                } else if run == 3 {
                    drawnOut.append(second)
                }
            case .foreignLetter:
                letters += 1
                previous = (0, 0)
                text.folded.append(contentsOf: text.bytes[offset..<offset + width])
            case .diaeresis:
                if text.folded.count > token.folded.lowerBound, let last = text.folded.last, Self.takesUmlaut(last) {
                    text.folded.append(UInt8(ascii: "e"))
                    previous = (0, 0)
                }
            case .invisible: break
            default: break word
            }
            advance(width)
        }
        text.letters += letters
        text.latinLetters += latinLetters
        text.capitals += capitals
        token.isAllCapitals = capitals == letters
        token.isShouted = letters > 2 && token.isAllCapitals
        add(token, drawnOut: drawnOut)
        isAfterWord = true
    }

    mutating func readNumber() {
        let token = newToken(.number)
        while offset < text.bytes.count {
            let (value, width) = UTF8Cursor.scalar(in: text.bytes, at: offset)
            if case .digit = ScalarClass(value) {
                text.digits += 1
            } else if !isInsideNumber(value) {
                break
            }
            text.folded.append(text.bytes[offset])
            advance(width)
        }
        add(token, drawnOut: [])
        isAfterWord = true
    }

    mutating func readEmoji(_ width: Int) {
        let token = newToken(.emoji)
        text.folded.append(contentsOf: text.bytes[offset..<offset + width])
        advance(width)
        add(token, drawnOut: [])
        isAfterWord = false
    }

    mutating func readLink() {
        let token = newToken(.link)
        link: while offset < text.bytes.count {
            let (value, width) = UTF8Cursor.scalar(in: text.bytes, at: offset)
            switch ScalarClass(value) {
            case .space, .newline: break link
            default: advance(width)
            }
        }
        add(token, drawnOut: [])
        isAfterWord = false
    }

    mutating func readMention() {
        let token = newToken(.mention)
        advance(1)
        while offset < text.bytes.count {
            let (value, width) = UTF8Cursor.scalar(in: text.bytes, at: offset)
            let isJoint = value == 0x2e || value == 0x2d || value == 0x40
            switch ScalarClass(value) {
            case .letter(let first, let second, _):
                text.folded.append(first)
                if second != 0 { text.folded.append(second) }
            case .foreignLetter, .digit:
                text.folded.append(contentsOf: text.bytes[offset..<offset + width])
            case _ where value == 0x5f || (isJoint && isWord(at: offset + width)):
                text.folded.append(text.bytes[offset])
            default:
                add(token, drawnOut: [])
                return
            }
            advance(width)
        }
        add(token, drawnOut: [])
    }

    /// Whether the text goes on with a web address.
    var isLink: Bool {
        guard !isAfterWord else { return false }
        switch text.bytes[offset] | 0x20 {
        case UInt8(ascii: "h"): return isAhead("http://") || isAhead("https://")
        case UInt8(ascii: "w"): return isAhead("www.")
        default: return false
        }
    }

    private func isAhead(_ small: StaticString) -> Bool {
        let expected = small.description.utf8
        guard offset + expected.count <= text.bytes.count else { return false }
        return zip(expected, text.bytes[offset...]).allSatisfy { $0 == $1 || $0 == $1 | 0x20 }
    }

    /// Whether a sign between two digits belongs to the number: `14:30`, `2,50`, `01.02.`
    private func isInsideNumber(_ value: UInt32) -> Bool {
        guard value == 0x2e || value == 0x2c || value == 0x3a, offset + 1 < text.bytes.count else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text.bytes[offset + 1])
    }

    /// Of accents, `é` alone stands in loan words often enough to say nothing.
    private static func isForeignAccent(_ letter: UInt32) -> Bool {
        switch letter {
        case 0xc4, 0xd6, 0xdc, 0xdf, 0xe4, 0xf6, 0xfc, 0x1e9e, 0xc9, 0xe9: false
        default: true
        }
    }

    private static func takesUmlaut(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "u")
    }
}
