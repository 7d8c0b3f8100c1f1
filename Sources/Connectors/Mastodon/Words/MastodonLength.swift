/// How long a reply is for its server, and how long it may be.
package struct ReplyLength: Hashable, Sendable {
    /// In the units of the server.
    package let used: Int
    package let limit: Int

    package init(used: Int, limit: Int) {
        self.used = used
        self.limit = limit
    }

    package var fits: Bool { used <= limit }
}

extension MastodonFacts {
    /// How long `text` is for this server.
    ///
    /// Mastodon counts what a reader takes for characters (grapheme clusters), every web address as ``urlCharacters``, and a name without
    /// its server. Imitations announce the same figures but count otherwise (GoToSocial: code points, nothing left out); there the larger
    /// of the ways counts, so that no reply is refused for its length.
    package func length(of text: String) -> ReplyLength {
        let pieces = MastodonPiece.pieces(of: text)
        if isKeyed {
            let used = pieces.reduce(0) { sum, piece in
                switch piece {
                case .words(let words): sum + words.count
                case .address: sum + urlCharacters
                case .name(let name, _): sum + name.count
                }
            }
            return ReplyLength(used: used, limit: maxCharacters)
        }
        let used = pieces.reduce(0) { sum, piece in
            switch piece {
            case .words(let words): sum + words.unicodeScalars.count
            case .address(let address): sum + max(urlCharacters, address.unicodeScalars.count)
            case .name(let name, let server): sum + name.unicodeScalars.count + server.unicodeScalars.count
            }
        }
        return ReplyLength(used: used, limit: maxCharacters)
    }
}

/// A part of a text that Mastodon counts in its own way.
private enum MastodonPiece {
    case words(Substring)
    case address(Substring)
    /// `@user` and, apart from it, `@server`.
    case name(Substring, server: Substring)

    static func pieces(of text: String) -> [MastodonPiece] {
        let bytes = text.utf8
        var pieces: [MastodonPiece] = []
        var start = text.startIndex
        var index = text.startIndex
        var previous: UInt8 = 0x20

        func cut(at end: String.Index) {
            if start < end { pieces.append(.words(text[start..<end])) }
        }

        while index < text.endIndex {
            let byte = bytes[index]
            if byte | 0x20 == UInt8(ascii: "h"), !isWord(previous), !isBound(previous),
                let end = addressEnd(text, index)
            {
                cut(at: index)
                pieces.append(.address(text[index..<end]))
                (start, index, previous) = (end, end, UInt8(ascii: "x"))
            } else if byte == UInt8(ascii: "@"), !isWord(previous), previous != UInt8(ascii: "/"),
                previous != UInt8(ascii: "="), let (middle, end) = nameEnds(text, index)
            {
                cut(at: index)
                pieces.append(.name(text[index..<middle], server: text[middle..<end]))
                (start, index, previous) = (end, end, UInt8(ascii: "x"))
            } else {
                previous = byte
                index = bytes.index(after: index)
            }
        }
        cut(at: text.endIndex)
        return pieces
    }

    /// Where a web address ends that begins here: scheme, a host with a dot and a top level of letters, and what follows up to the next
    /// white space, closing punctuation left out.
    private static func addressEnd(_ text: String, _ start: String.Index) -> String.Index? {
        let rest = text[start...].utf8
        let scheme = ["https://", "http://"].first { scheme in
            rest.prefix(scheme.utf8.count).map { $0 | 0x20 } == scheme.utf8.map { $0 | 0x20 }
        }
        guard let scheme else { return nil }
        let host = rest.dropFirst(scheme.utf8.count).prefix { isWord($0) || $0 == 0x2D || $0 == 0x2E }
        let labels = host.split(separator: 0x2E, omittingEmptySubsequences: true)
        guard labels.count >= 2, let top = labels.last, top.count >= 2,
            top.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 })
        else { return nil }
        let tail = rest[host.endIndex...].prefix { $0 > 0x20 && $0 < 0x7F && !"<>\"\\^`{|}".utf8.contains($0) }
        var end = tail.endIndex
        guard let first = tail.first, "/?#:".utf8.contains(first) else {
            end = host.endIndex
            while end > host.startIndex, rest[rest.index(before: end)] == 0x2E { end = rest.index(before: end) }
            return end
        }
        while end > tail.startIndex {
            let last = rest[rest.index(before: end)]
            guard ".,;:!?'\"()[]*".utf8.contains(last) else { break }
            end = rest.index(before: end)
        }
        return end
    }

    /// Where `@user` and `@user@server` end.
    private static func nameEnds(_ text: String, _ start: String.Index) -> (middle: String.Index, end: String.Index)? {
        let bytes = text.utf8
        let middle = wordEnd(text, bytes.index(after: start), allowsNonASCII: false)
        guard middle > bytes.index(after: start) else { return nil }
        guard middle < text.endIndex, bytes[middle] == UInt8(ascii: "@") else { return (middle, middle) }
        let server = wordEnd(text, bytes.index(after: middle), allowsNonASCII: true)
        return server > bytes.index(after: middle) ? (middle, server) : (middle, middle)
    }

    private static func wordEnd(_ text: String, _ start: String.Index, allowsNonASCII: Bool) -> String.Index {
        let bytes = text.utf8
        let word = bytes[start...].prefix { byte in
            (isWord(byte) && (byte < 0x80 || allowsNonASCII)) || byte == 0x2D || byte == 0x2E
        }
        var end = word.endIndex
        while end > start {
            let last = bytes[bytes.index(before: end)]
            guard last == 0x2D || last == 0x2E else { break }
            end = bytes.index(before: end)
        }
        return end
    }

    private static func isBound(_ byte: UInt8) -> Bool { "@#$./-".utf8.contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        default: false
        }
    }
}
