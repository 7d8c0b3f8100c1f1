/// Reads the lines of one lexicon file and gathers what is wrong with them.
struct LexiconParser {
    let file: String
    private(set) var entries: [LexiconEntry] = []
    private(set) var mistakes: [LexiconError.Mistake] = []

    private var category: LexiconCategory?
    /// What its section says behind a colon.
    private var name: String?
    /// A section with an unknown name was reported once; its entries are not reported again.
    private var isInUnknownSection = false
    private var line = 0
    private var weights: [Spelling: (weight: Double, line: Int)] = [:]

    private struct Spelling: Hashable {
        let category: LexiconCategory
        let name: String?
        let parts: [LexiconEntry.Part]
        let opensSentence: Bool
    }

    /// The largest file read, in bytes.
    static let largestFile = 8 << 20
    /// The shortest beginning or ending of a word, in folded bytes.
    static let shortestAffix = 3
    static let mostGaps = 2
    /// The longest name of a section.
    static let longestName = 30
    /// The most entries that one line with alternatives stands for.
    static let mostReadings = 2_000

    init(file: String) {
        self.file = file
    }

    mutating func read(_ bytes: [UInt8]) {
        line = 1
        guard bytes.count <= Self.largestFile else {
            return report(.size, at: 1, "the file has \(bytes.count) bytes", "keep it below \(Self.largestFile) bytes")
        }
        var rest = bytes[...]
        if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
        line = 0
        for raw in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            readLine(raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw)
        }
    }

    /// Reads one entry that stands by itself; what would be a section, a comment or nothing at all is a mistake.
    mutating func readPhrase(_ bytes: [UInt8]) {
        line = 1
        guard let scalars = scalars(of: bytes[...]) else { return }
        if let index = scalars.firstIndex(of: "#") {
            return report(
                .emptyEntry, at: index + 1, "a comment sign (#) stands here",
                "write the word without it; the word of a hashtag is found as such")
        }
        let pieces = Self.pieces(of: scalars)
        guard let first = pieces.first else {
            return report(.emptyEntry, at: 1, "the entry has no word", "write a word or remove it")
        }
        if first.text.hasPrefix("[") {
            return report(.section, at: first.column, "a section stands where an entry belongs", "write the word alone")
        }
        readEntry(pieces, category: .neutral)
    }

    private mutating func readLine(_ bytes: ArraySlice<UInt8>) {
        guard let scalars = scalars(of: bytes) else { return }
        let pieces = Self.pieces(of: scalars)
        guard let first = pieces.first else { return }
        if first.text.hasPrefix("[") {
            readSection(pieces)
        } else if let category {
            readEntry(pieces, category: category)
        } else if !isInUnknownSection {
            report(
                .entryBeforeSection, at: first.column, "an entry stands before the first section",
                "write a section such as [complaint] above it")
            isInUnknownSection = true
        }
    }

    /// The characters of a line; nil, with a mistake, where it is no text.
    private mutating func scalars(of bytes: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        guard let valid = String(validating: bytes, as: UTF8.self) else {
            report(.encoding, at: 1, "the line is not UTF-8", "save the file as UTF-8")
            return nil
        }
        let scalars = Array(valid.unicodeScalars)
        if let index = scalars.firstIndex(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7f }) {
            report(
                .controlCharacter, at: index + 1, "a control character (\(scalars[index].value)) stands here",
                "remove it")
            return nil
        }
        return scalars
    }

    // MARK: Sections

    private mutating func readSection(_ pieces: [Piece]) {
        category = nil
        name = nil
        isInUnknownSection = true
        guard pieces.count == 1, let piece = pieces.first, piece.text.hasSuffix("]"), piece.text.utf8.count > 2 else {
            return report(
                .section, at: pieces.first?.column ?? 1, "a section is not closed or has more than a name",
                "write it alone on its line, as in [complaint]")
        }
        let title = piece.text.dropFirst().dropLast()
        let word = String(title.prefix { $0 != ":" })
        guard let known = LexiconCategory(rawValue: word) else {
            return report(
                .unknownCategory, at: piece.column + 1, "there is no section '\(word)'", Self.suggestion(for: word))
        }
        let ownName = word.count < title.count ? String(title.dropFirst(word.count + 1)) : nil
        if known.isNamed, !(ownName.map(Self.isName) ?? false) {
            return report(
                .section, at: piece.column + 1, "the section '\(title)' has no name of its own",
                "name it with small letters, as in [\(word):theatre]")
        }
        if !known.isNamed, ownName != nil {
            return report(
                .section, at: piece.column + 1, "the section '\(title)' has a name that it cannot bear",
                "write [\(word)]")
        }
        category = known
        name = ownName
        isInUnknownSection = false
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longestName
            && name.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
    }

    private static func suggestion(for name: String) -> String {
        let names = LexiconCategory.allCases.map(\.rawValue)
        let nearest = names.min { SpellingDistance.between($0, name) < SpellingDistance.between($1, name) }
        if let nearest, SpellingDistance.between(nearest, name) <= max(2, nearest.utf8.count / 3) {
            return "did you mean [\(nearest)]?"
        }
        return "use one of " + names.joined(separator: ", ")
    }

    // MARK: Entries

    private mutating func readEntry(_ pieces: [Piece], category: LexiconCategory) {
        let equals = pieces.lastIndex { $0.text == "=" }
        guard let weight = readWeight(pieces, after: equals) else { return }
        var words = Array(pieces[..<(equals ?? pieces.count)])
        var opensSentence = false
        if let first = words.first, first.text.hasPrefix("^") {
            opensSentence = true
            words[0] = Piece(text: String(first.text.dropFirst()), column: first.column + 1)
        }
        var readings: [[LexiconEntry.Part]] = [[]]
        for word in words where !word.text.isEmpty {
            var alternatives: [[LexiconEntry.Part]] = []
            for alternative in Self.alternatives(of: word) {
                guard let read = readParts(of: alternative) else { return }
                alternatives.append(read)
            }
            // One entry with a choice takes the place of many, where a choice is between single words.
            if words.count > 1, alternatives.count > 1, alternatives.allSatisfy({ $0.count == 1 && $0 != [.number] }) {
                alternatives = [[.choice(alternatives.flatMap(\.self))]]
            }
            guard readings.count * alternatives.count <= Self.mostReadings else {
                return report(
                    .length, at: word.column, "the entry stands for more than \(Self.mostReadings) others",
                    "part it into several lines")
            }
            readings = readings.flatMap { reading in alternatives.map { reading + $0 } }
        }
        let column = pieces.first?.column ?? 1
        for parts in readings {
            guard isSound(parts, at: column),
                add(
                    LexiconEntry(
                        category: category, name: name, parts: parts, opensSentence: opensSentence, weight: weight),
                    at: column)
            else { return }
        }
    }

    /// `delay/delays`: either will do. A slash before a digit or at an end belongs to the word.
    private static func alternatives(of piece: Piece) -> [Piece] {
        guard piece.text.utf8.contains(UInt8(ascii: "/")) else { return [piece] }
        let texts = piece.text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isChoice = texts.allSatisfy { text in
            text.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        }
        return isChoice ? texts.map { Piece(text: String(Substring($0)), column: piece.column) } : [piece]
    }

    /// False when the same entry stands above with another weight.
    private mutating func add(_ entry: LexiconEntry, at column: Int) -> Bool {
        let spelling = Spelling(
            category: entry.category, name: entry.name, parts: entry.parts, opensSentence: entry.opensSentence)
        if let known = weights[spelling] {
            if known.weight == entry.weight { return true }
            report(
                .contradiction, at: column, "the entry stands in line \(known.line) with another weight",
                "keep one of the two")
            return false
        }
        weights[spelling] = (entry.weight, line)
        entries.append(entry)
        return true
    }

    private mutating func readWeight(_ pieces: [Piece], after equals: Int?) -> Double? {
        guard let equals else { return 1 }
        let number = pieces[(equals + 1)...].first?.text
        if pieces.count == equals + 2, let number,
            number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2e }),
            let weight = Double(number), LexiconEntry.weights.contains(weight)
        {
            return weight
        }
        report(
            .weight, at: pieces[equals].column, "'\(number ?? "")' is not a weight",
            "write one number from 0 to 10 behind the sign, as in = 1.5")
        return nil
    }

    private mutating func readParts(of piece: Piece) -> [LexiconEntry.Part]? {
        if let part = Self.plainPart(Array(piece.text.utf8)) { return [part] }
        if piece.text == ".." { return [.gap] }
        if piece.text == "<number>" { return [.number] }
        if piece.text.hasPrefix("<"), piece.text.hasSuffix(">"), piece.text.utf8.count > 2 {
            report(.placeholder, at: piece.column, "there is no placeholder '\(piece.text)'", "only <number> exists")
            return nil
        }
        let isPrefix = piece.text.hasSuffix("*")
        let isSuffix = piece.text.hasPrefix("*")
        let stars = piece.text.utf8.count { $0 == UInt8(ascii: "*") }
        if stars == 0 { return TokenizedText(piece.text).words.map { .word($0) } }
        let words = TokenizedText(String(piece.text.filter { $0 != "*" })).words
        guard stars == 1, isPrefix || isSuffix, words.count == 1, let word = words.first,
            word.count >= Self.shortestAffix
        else {
            report(
                .prefix, at: piece.column, "'\(piece.text)' is not part of a word",
                "put one star before or behind one word of at least \(Self.shortestAffix) letters")
            return nil
        }
        return [isPrefix ? .prefix(word) : .suffix(word)]
    }

    /// The part that a word of small letters stands for, with a star at an end or without: most words need no folding.
    private static func plainPart(_ bytes: [UInt8]) -> LexiconEntry.Part? {
        let star = UInt8(ascii: "*")
        let isSuffix = bytes.first == star
        let isPrefix = bytes.last == star
        let letters = bytes[(isSuffix ? 1 : 0)...].dropLast(isPrefix ? 1 : 0)
        guard !(isSuffix && isPrefix), letters.count >= (isSuffix || isPrefix ? shortestAffix : 1) else { return nil }
        var previous = (UInt8(0), UInt8(0))
        for letter in letters {
            // A letter drawn out is folded like any other writing.
            guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter), previous != (letter, letter) else {
                return nil
            }
            previous = (previous.1, letter)
        }
        let word = Array(letters)
        return isPrefix ? .prefix(word) : isSuffix ? .suffix(word) : .word(word)
    }

    private mutating func isSound(_ parts: [LexiconEntry.Part], at column: Int) -> Bool {
        let gaps = parts.count { $0 == .gap }
        let isBroken = zip(parts, parts.dropFirst()).contains { $0 == .gap && $1 == .gap }
        if parts.allSatisfy({ $0 == .gap }) {
            report(.emptyEntry, at: column, "the entry has no word", "write a word or remove the line")
        } else if parts.first == .gap || parts.last == .gap || isBroken || gaps > Self.mostGaps {
            report(
                .gap, at: column, "a gap (..) stands where it says nothing",
                "put it between two words, at most \(Self.mostGaps) in an entry")
        } else if parts.count > LexiconEntry.mostParts || parts.contains(where: { $0.length > WordIndex.longestWord }) {
            report(
                .length, at: column, "the entry is too long",
                "write at most \(LexiconEntry.mostParts) words of at most \(WordIndex.longestWord) letters")
        } else {
            return true
        }
        return false
    }

    private mutating func report(
        _ code: LexiconError.Mistake.Code, at column: Int, _ what: String, _ advice: String
    ) {
        mistakes.append(
            LexiconError.Mistake(code: code, file: file, line: line, column: column, what: what, advice: advice))
    }
}

extension LexiconParser {
    /// What stands between two blanks of a line.
    private struct Piece {
        let text: String
        /// From 1, in Unicode scalars.
        let column: Int
    }

    /// The pieces of a line before its comment.
    private static func pieces(of scalars: [Unicode.Scalar]) -> [Piece] {
        var pieces: [Piece] = []
        var index = 0
        while index < scalars.count {
            if scalars[index] == " " || scalars[index] == "\t" || scalars[index].value == 0xa0 {
                index += 1
                continue
            }
            if scalars[index] == "#" { break }
            let start = index
            var text = String.UnicodeScalarView()
            while index < scalars.count, scalars[index] != " ", scalars[index] != "\t", scalars[index].value != 0xa0 {
                text.append(scalars[index])
                index += 1
            }
            pieces.append(Piece(text: String(text), column: start + 1))
        }
        return pieces
    }
}

extension LexiconEntry.Part {
    /// In folded bytes.
    fileprivate var length: Int {
        switch self {
        case .word(let word), .prefix(let word), .suffix(let word): word.count
        case .choice(let parts): parts.map(\.length).max() ?? 0
        case .number, .gap: 0
        }
    }
}

extension TokenizedText {
    /// The folded words, numbers and emoji, in their order.
    fileprivate var words: [[UInt8]] {
        tokens.filter { $0.kind != .link && $0.kind != .mention }.map { Array(folded[$0.folded]) }
    }
}
