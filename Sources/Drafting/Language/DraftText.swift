/// A text cut into the words and sentences that checks look at; links and handles are no words.
package struct DraftText: Sendable {
    /// One word, folded to small letters.
    struct Word: Sendable {
        let folded: String
        /// Half-open, in Unicode scalars of the text.
        let range: Range<Int>
        /// Begins with a capital letter.
        let isCapital: Bool
        /// The first word after a full stop, question or exclamation mark, or of the text: its capital says nothing.
        let opensSentence: Bool
        /// The sentence it stands in, from 0.
        let sentence: Int
    }

    /// One sentence, or one line where a line ends without a stop.
    struct Sentence: Sendable {
        /// Half-open, in Unicode scalars of the text.
        let range: Range<Int>
        /// Its words.
        let words: Range<Int>
    }

    /// The text itself.
    package let text: String
    let scalars: [Unicode.Scalar]
    private(set) var words: [Word] = []
    private(set) var sentences: [Sentence] = []
    /// Half-open ranges of `http://…`, `https://…` and `www.…`.
    private(set) var links: [Range<Int>] = []
    /// Half-open ranges of `@name` and `@name@server`.
    private(set) var handles: [Range<Int>] = []

    private var sentenceStart = 0
    private var sentenceFirstWord = 0
    private var isAtOpening = true

    package init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            index = step(at: index)
        }
        closeSentence(at: scalars.count)
    }

    /// The words of a range, as written.
    func string(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
    }

    private mutating func step(at index: Int) -> Int {
        let scalar = scalars[index]
        let follows = index == 0 || !ScalarKind.isWord(scalars[index - 1])
        if scalar == "@", follows, let end = LinkScanner.endOfHandle(in: scalars, from: index) {
            handles.append(index..<end)
            isAtOpening = isAtOpening && words.isEmpty
            return end
        }
        if follows, let end = LinkScanner.endOfLink(in: scalars, from: index) {
            links.append(index..<end)
            isAtOpening = false
            return end
        }
        if ScalarKind.isWord(scalar) { return readWord(from: index) }
        if scalar == "\n" {
            closeSentence(at: index)
        } else if isStop(scalar, at: index) {
            var end = index + 1
            while end < scalars.count, Self.isStop(scalars[end]) || Self.isClosing(scalars[end]) { end += 1 }
            closeSentence(at: end)
            isAtOpening = true
            return end
        }
        return index + 1
    }

    private mutating func readWord(from start: Int) -> Int {
        var end = start + 1
        while end < scalars.count {
            if ScalarKind.isWord(scalars[end]) {
                end += 1
            } else if Self.isApostrophe(scalars[end]), end + 1 < scalars.count, ScalarKind.isWord(scalars[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        words.append(
            Word(
                folded: Self.folded(scalars[start..<end]), range: start..<end,
                isCapital: ScalarKind.isUpper(scalars[start]), opensSentence: isAtOpening, sentence: sentences.count))
        isAtOpening = false
        return end
    }

    private mutating func closeSentence(at end: Int) {
        if words.count > sentenceFirstWord || links.last.map({ $0.lowerBound >= sentenceStart }) == true {
            var start = sentenceStart
            while start < end, ScalarKind.isSpace(scalars[start]) { start += 1 }
            sentences.append(Sentence(range: start..<end, words: sentenceFirstWord..<words.count))
        }
        sentenceStart = end
        sentenceFirstWord = words.count
    }

    /// A full stop behind a number or a single letter is an ordinal or an abbreviation; one inside a word is no end.
    private func isStop(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        guard Self.isStop(scalar) else { return false }
        guard scalar == "." else { return true }
        if index + 1 < scalars.count, ScalarKind.isWord(scalars[index + 1]) { return false }
        guard let word = words.last, word.range.upperBound == index else { return true }
        return word.range.count > 1 && !word.folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "!" || scalar == "?" || scalar == "\u{2026}"
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x22, 0x27, 0x29, 0xbb, 0x2019, 0x201c, 0x201d: true
        default: false
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}"
    }

    /// Small letters; a typographic apostrophe is a plain one.
    static func folded(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar.value {
            case 0x41...0x5a, 0xc0...0xd6, 0xd8...0xde:
                folded.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
            case 0...0xff: folded.append(scalar)
            case 0x2019: folded.append("'")
            default: for lower in scalar.properties.lowercaseMapping.unicodeScalars { folded.append(lower) }
            }
        }
        return String(folded)
    }
}
