import Dialogue

/// How a person may be named: only with words that stand in the author record, and only where they can be a name.
///
/// Nothing is guessed. A display name with digits, links, slogans or more than four words names nobody, a title is no
/// first name, and sex is never assumed.
package struct NameForms: Hashable, Sendable {
    /// The display name without what decorates it; nil where there is none.
    package let full: String?
    /// The first word of a display name of one to three words; nil where it may be a title, a group or a family name.
    package let first: String?

    /// The forms of nobody.
    package static let none = NameForms(full: nil, first: nil)

    private init(full: String?, first: String?) {
        self.full = full
        self.first = first
    }

    static let longest = 60

    /// `titles` are words that are never a first name.
    init(of author: Author, titles: PhraseList) {
        guard let name = author.name, let line = SafeText.line(name, longest: Self.longest) else {
            self = .none
            return
        }
        var words = line.split { $0.unicodeScalars.allSatisfy { ScalarKind.isSpace($0) } }.map(String.init)
        // Pronouns and places in brackets, and pictures on either side, are no part of the name.
        if let bracket = words.firstIndex(where: { "([{|/".contains($0.first ?? " ") }) {
            words.removeSubrange(bracket...)
        }
        while let last = words.last, Self.isDecoration(last) { words.removeLast() }
        while let first = words.first, Self.isDecoration(first) { words.removeFirst() }
        guard (1...4).contains(words.count), words.allSatisfy({ Self.isNameWord($0) }) else {
            self = .none
            return
        }
        full = words.joined(separator: " ")
        let hasTitle = words.contains { $0.contains(".") || titles.isFound(in: DraftText($0)) }
        let isCapital = words[0].unicodeScalars.first.map { ScalarKind.isUpper($0) } ?? false
        first = words.count <= 3 && isCapital && !hasTitle && words[0].utf8.count > 1 ? words[0] : nil
    }

    private static func isDecoration(_ word: String) -> Bool {
        !word.unicodeScalars.contains { ScalarKind.isWord($0) || "@#/:".unicodeScalars.contains($0) }
    }

    /// Letters with marks, hyphens and apostrophes between them, and one full stop at the end.
    private static func isNameWord(_ word: String) -> Bool {
        var letters = 0
        var upper = 0
        for (index, scalar) in word.unicodeScalars.enumerated() {
            if scalar.properties.isAlphabetic {
                letters += 1
                if ScalarKind.isUpper(scalar) { upper += 1 }
            } else if scalar == "." {
                guard index == word.unicodeScalars.count - 1 else { return false }
            } else if scalar.properties.generalCategory != .nonspacingMark {
                guard scalar == "-" || scalar == "'" || scalar == "\u{2019}", letters > 0 else { return false }
            }
        }
        return letters > 0 && letters <= 25 && (upper <= 2 || letters <= 3 || upper * 2 <= letters)
    }
}
