/// Reads a file of phrases and gathers what is wrong with it.
///
/// `[topic]` opens a section, each further line is a phrase, `#` begins a comment. `word*` is every word beginning so,
/// `*word` every word ending so, `..` up to four words between, `^` only where a sentence begins. A phrase in small
/// letters is found in any capitals; a capital letter is found only as a capital, and not where a sentence begins.
struct PhraseFileParser {
    private(set) var phrases: [PhraseTopic: [Phrase]] = [:]
    private(set) var mistakes: [TemplateError.Mistake] = []

    private let file: String
    private var topic: PhraseTopic?
    private var isInUnknownSection = false

    init(file: String, bytes: [UInt8]) {
        self.file = file
        let source = SourceText(file: file, bytes: bytes)
        mistakes = source.mistakes
        for line in source.lines { read(line) }
    }

    private mutating func read(_ line: SourceText.Line) {
        let text = SourceText.trimmed(line.text.prefix { $0 != "#" })
        guard !text.isEmpty else { return }
        let column = SourceText.firstColumn(of: line.text)
        if text.hasPrefix("[") {
            readSection(text, line: line.number, column: column)
        } else if let topic {
            guard let phrase = Self.phrase(text) else {
                return report(
                    .phrase, line: line.number, column: column, "'\(text.prefix(60))' is not a phrase",
                    "write up to \(Phrase.mostParts) words, one star before or behind a word, .. between two words")
            }
            phrases[topic, default: []].append(phrase)
        } else if !isInUnknownSection {
            isInUnknownSection = true
            report(
                .header, line: line.number, column: column, "a phrase stands before the first section",
                "write a section such as [apology] above it")
        }
    }

    private mutating func readSection(_ text: String, line: Int, column: Int) {
        let name = text.dropFirst().prefix { $0 != "]" }
        topic = PhraseTopic(rawValue: String(name))
        isInUnknownSection = topic == nil
        if topic == nil || !text.hasSuffix("]") {
            let advice = Suggestion.advice(for: String(name), among: PhraseTopic.allCases.map(\.rawValue))
            report(.unknownKey, line: line, column: column, "there is no section '\(name)'", advice)
        }
    }

    /// Nil where the text is no phrase.
    static func phrase(_ text: String) -> Phrase? {
        var pieces = text.split(separator: " ").map(String.init)
        var opensSentence = false
        if let first = pieces.first, first.hasPrefix("^") {
            opensSentence = true
            pieces[0] = String(first.dropFirst())
        }
        var parts: [Phrase.Part] = []
        for piece in pieces where !piece.isEmpty {
            guard let read = Self.parts(of: piece) else { return nil }
            parts += read
        }
        let isBroken = zip(parts, parts.dropFirst()).contains { $0 == .gap && $1 == .gap }
        guard (1...Phrase.mostParts).contains(parts.count), parts.first != .gap, parts.last != .gap, !isBroken else {
            return nil
        }
        return Phrase(parts: parts, opensSentence: opensSentence)
    }

    private static func parts(of piece: String) -> [Phrase.Part]? {
        if piece == ".." { return [.gap] }
        let stars = piece.utf8.count { $0 == UInt8(ascii: "*") }
        let words = DraftText(String(piece.unicodeScalars.filter { $0 != "*" })).words
        guard stars > 0 else {
            return words.isEmpty ? nil : words.map { .word($0.folded, isCapital: $0.isCapital) }
        }
        guard stars == 1, words.count == 1, let word = words.first else { return nil }
        if piece.hasSuffix("*") { return [.prefix(word.folded, isCapital: word.isCapital)] }
        return piece.hasPrefix("*") ? [.suffix(word.folded)] : nil
    }

    private mutating func report(
        _ code: TemplateError.Mistake.Code, line: Int, column: Int, _ what: String, _ advice: String
    ) {
        mistakes.append(
            TemplateError.Mistake(code: code, file: file, line: line, column: column, what: what, advice: advice))
    }
}
