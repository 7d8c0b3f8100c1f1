/// Lets a text be parsed although keys stand twice in it, so that all its mistakes can be named in one run.
///
/// The parser gives up at such a key. Its first letter is therefore replaced by a private-use character of its own, which keeps
/// every place where it was, and the text is parsed again; ``original(of:at:)`` takes the change back.
struct DuplicateKeys {
    /// Each one costs another pass over the text.
    private static let mostRenamed = 16
    private static let mostBytesParsedAgain = 2 << 20
    private static let firstMark: UInt32 = 0xE000

    private(set) var text: String
    private var firstLetters: [TextPlace: Unicode.Scalar] = [:]

    init(text: String) {
        self.text = text
    }

    /// Makes the key at `place` unique; false if that cannot be done.
    mutating func renameKey(at place: TextPlace) -> Bool {
        let count = firstLetters.count
        guard count < Self.mostRenamed, (count + 1) * text.utf8.count <= Self.mostBytesParsedAgain else { return false }
        guard firstLetters[place] == nil, let replacement = Unicode.Scalar(Self.firstMark + UInt32(count)) else {
            return false
        }

        var scalars = text.unicodeScalars
        guard !scalars.contains(replacement), var index = index(of: place, in: scalars) else { return false }

        if scalars[index] == "\"" || scalars[index] == "'" {
            index = scalars.index(after: index)
            guard index < scalars.endIndex else { return false }
        }
        let letter = scalars[index]
        guard letter.properties.isAlphabetic || ("0"..."9").contains(letter) || letter == "_" else { return false }

        scalars.replaceSubrange(index..<scalars.index(after: index), with: CollectionOfOne(replacement))
        text = String(scalars)
        firstLetters[place] = letter
        return true
    }

    /// The key as it was written.
    func original(of key: String, at place: TextPlace) -> String {
        guard let letter = firstLetters[place], let first = key.unicodeScalars.first else { return key }
        guard (Self.firstMark..<Self.firstMark + UInt32(Self.mostRenamed)).contains(first.value) else { return key }

        var restored = String.UnicodeScalarView()
        restored.append(letter)
        restored.append(contentsOf: key.unicodeScalars.dropFirst())
        return String(restored)
    }

    private func index(of place: TextPlace, in scalars: String.UnicodeScalarView) -> String.UnicodeScalarView.Index? {
        var line = 1
        var column = 1
        for index in scalars.indices {
            if line == place.line, column == place.column { return index }
            if scalars[index] == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return nil
    }
}
