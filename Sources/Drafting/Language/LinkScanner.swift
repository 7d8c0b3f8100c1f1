/// Where links and handles end in running text.
enum LinkScanner {
    /// The end of `http://…`, `https://…` or `www.…` that begins at `start`; nil where none does.
    ///
    /// Stops before punctuation that belongs to the sentence, and at the first character beyond ASCII: a network that
    /// takes more for part of the link counts less than we do, never more.
    static func endOfLink(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars[start].value | 0x20 == 0x68 || scalars[start].value | 0x20 == 0x77 else { return nil }
        guard let opening = openings.first(where: { begins(scalars, at: start, with: $0) }) else { return nil }
        let first = start + opening.count
        var end = first
        while end < scalars.count, isLink(scalars[end]) { end += 1 }
        while end > first, isTrailing(scalars[end - 1]) { end -= 1 }
        return end > first ? end : nil
    }

    /// The end of the `@name` or `@name@server.example` that begins at `start`; nil where none does.
    static func endOfHandle(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard let name = endOfName(in: scalars, from: start + 1) else { return nil }
        guard name < scalars.count, scalars[name] == "@" else { return name }
        return endOfName(in: scalars, from: name + 1) ?? name
    }

    /// The end of the `@name` alone.
    static func endOfName(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var end = start
        while end < scalars.count, ScalarKind.isWord(scalars[end]) || "_.-".unicodeScalars.contains(scalars[end]) {
            end += 1
        }
        while end > start, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
        return end > start ? end : nil
    }

    private static let openings: [[UInt8]] = ["https://", "http://", "www."].map { Array($0.utf8) }

    private static func begins(_ scalars: [Unicode.Scalar], at start: Int, with word: [UInt8]) -> Bool {
        guard start + word.count < scalars.count else { return false }
        for (offset, byte) in word.enumerated() {
            let value = scalars[start + offset].value
            let isLetter = (0x41...0x5a).contains(value)
            guard (isLetter ? value | 0x20 : value) == UInt32(byte) else { return false }
        }
        return true
    }

    private static func isLink(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: "-._~:/?#[]@!$&'()*+,;=%".unicodeScalars.contains(scalar)
        }
    }

    private static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
        ".,:;!?'()[]*".unicodeScalars.contains(scalar)
    }
}
