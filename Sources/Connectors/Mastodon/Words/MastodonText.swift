/// Makes plain text of a post's HTML.
///
/// Servers clean the HTML of posts, but not every imitation does it well: whatever comes, each byte is looked at a bounded number of
/// times, nothing is nested, and what is no tag is text.
enum MastodonText {
    /// The text of `html`: paragraphs are parted by an empty line, list items stand on lines of their own.
    ///
    /// A link that leads elsewhere than it says is followed by the address behind it.
    /// - Parameter names: the names of accounts, without `@`, by the address of their profile. Servers show them without their server;
    ///   here they are written out, as the author typed them.
    static func plain(_ html: String, names: [String: String] = [:]) -> String {
        var reader = MastodonMarkup(Array(html.utf8), names: names)
        return reader.read()
    }
}

/// One reading of a post's HTML.
private struct MastodonMarkup {
    private let bytes: [UInt8]
    private let names: [String: String]
    private var index = 0
    private var text: [UInt8] = []
    /// Line breaks that are due before the next word.
    private var breaks = 0
    /// Whether a space is due before the next word.
    private var isSpaceDue = false
    private var isPreformatted = false
    /// For each list that is open, the number of its last item; nil for a list without numbers.
    private var lists: [Int?] = []
    private var anchor: Anchor?
    /// The rest has no tag that ends as it should: it is not searched again.
    private var quotesAreBroken = false
    private var tagsAreBroken = false

    private struct Anchor {
        let href: [UInt8]
        let isName: Bool
        let start: Int
    }

    init(_ bytes: [UInt8], names: [String: String]) {
        self.bytes = bytes
        self.names = names
        text.reserveCapacity(bytes.count)
    }

    mutating func read() -> String {
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let end = tagEnd() {
                let tag = bytes[index + 1..<end]
                index = end + 1
                take(tag)
            } else {
                takeText()
            }
        }
        closeAnchor()
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: - Text

    private mutating func takeText() {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        let run = bytes[start..<index]
        guard run.contains(UInt8(ascii: "&")) else { return append(run) }
        append(MastodonMarkup.resolved(run)[...])
    }

    /// Character references are resolved once; a space that must not break is a space.
    private static func resolved(_ run: ArraySlice<UInt8>) -> [UInt8] {
        let hard = Array("&nbsp;".utf8)
        var spaced: [UInt8] = []
        var index = run.startIndex
        while index < run.endIndex {
            if run[index] == UInt8(ascii: "&"), run[index...].starts(with: hard) {
                spaced.append(0x20)
                index += hard.count
            } else {
                spaced.append(run[index])
                index += 1
            }
        }
        return HTMLEscapes.resolved(spaced)
    }

    private mutating func append(_ run: ArraySlice<UInt8>) {
        for byte in run {
            switch byte {
            case 0: continue
            case 0x09, 0x0A, 0x0D, 0x20:
                if !isPreformatted {
                    isSpaceDue = true
                } else if byte == 0x0A {
                    breaks += 1
                } else if byte != 0x0D {
                    flush()
                    text.append(byte)
                }
            default:
                flush()
                text.append(byte)
            }
        }
    }

    /// Writes the white space that is due; none stands at the beginning or the end of the text.
    private mutating func flush() {
        if breaks > 0, !text.isEmpty {
            text.append(contentsOf: repeatElement(0x0A, count: min(breaks, isPreformatted ? 64 : 2)))
        } else if isSpaceDue, !text.isEmpty, text.last != 0x0A {
            text.append(0x20)
        }
        breaks = 0
        isSpaceDue = false
    }

    private mutating func breakLine(_ count: Int) {
        breaks = max(breaks, count)
        isSpaceDue = false
    }

    // MARK: - Tags

    /// Where the tag that begins here ends; nil when it is none.
    private mutating func tagEnd() -> Int? {
        guard !tagsAreBroken, index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x41...0x5A, 0x61...0x7A: break
        default: return nil
        }
        if !quotesAreBroken {
            var quote: UInt8?
            for position in index + 1..<bytes.count {
                let byte = bytes[position]
                if let open = quote {
                    if byte == open { quote = nil }
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    return position
                }
            }
            quotesAreBroken = true
        }
        if let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) { return end }
        tagsAreBroken = true
        return nil
    }

    private mutating func take(_ tag: ArraySlice<UInt8>) {
        let isEnd = tag.first == UInt8(ascii: "/")
        let rest = isEnd ? tag.dropFirst() : tag
        let name = rest.prefix { ($0 | 0x20).isLetter || (0x30...0x39).contains($0) }
        switch String(decoding: name.map { $0 | 0x20 }, as: UTF8.self) {
        case "br":
            breaks += 1
            isSpaceDue = false
        case "p", "blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table": breakLine(2)
        case "pre":
            breakLine(2)
            isPreformatted = !isEnd
        case "ul": openList(nil, isEnd: isEnd)
        case "ol": openList(0, isEnd: isEnd)
        case "li": if !isEnd { beginItem() }
        case "tr": breakLine(1)
        case "td", "th": isSpaceDue = true
        case "a":
            closeAnchor()
            if !isEnd { openAnchor(rest) }
        case "script" where !isEnd: skip(to: "</script")
        case "style" where !isEnd: skip(to: "</style")
        default: break
        }
    }

    private mutating func openList(_ number: Int?, isEnd: Bool) {
        breakLine(lists.isEmpty || (isEnd && lists.count == 1) ? 2 : 1)
        if isEnd { _ = lists.popLast() } else if lists.count < 64 { lists.append(number) }
    }

    private mutating func beginItem() {
        breakLine(1)
        flush()
        if let last = lists.indices.last, let number = lists[last] {
            lists[last] = number + 1
            text.append(contentsOf: "\(number + 1). ".utf8)
        } else {
            text.append(contentsOf: "- ".utf8)
        }
    }

    private mutating func skip(to end: StaticString) {
        let wanted = Array(end.description.utf8)
        while index < bytes.count {
            let isEnd =
                bytes[index] == wanted[0]
                && bytes[index...].prefix(wanted.count).elementsEqual(wanted) { $0 | 0x20 == $1 | 0x20 }
            if isEnd { return }
            index += 1
        }
    }

    // MARK: - Links

    private mutating func openAnchor(_ tag: ArraySlice<UInt8>) {
        let classes = MastodonMarkup.attribute("class", of: tag).split(separator: 0x20)
        let isName = classes.contains { $0.elementsEqual("mention".utf8) || $0.elementsEqual("hashtag".utf8) }
        let href = HTMLEscapes.resolved(Array(MastodonMarkup.attribute("href", of: tag)))
        anchor = Anchor(href: href, isName: isName, start: text.count)
    }

    /// Says where a link leads when it does not say so itself.
    private mutating func closeAnchor() {
        guard let anchor else { return }
        self.anchor = nil
        let address = String(decoding: anchor.href, as: UTF8.self)
        let start = text[min(anchor.start, text.count)...].firstIndex { $0 != 0x20 && $0 != 0x0A } ?? text.endIndex
        // Apart from the text, which would be copied whole when it changes.
        let shown = Array(text[start...])
        let isNamed = shown.first == UInt8(ascii: "@") || shown.first == UInt8(ascii: "#")
        if shown.first == UInt8(ascii: "@"), let name = names[address] {
            text.replaceSubrange(start..., with: Array("@\(name)".utf8))
            return
        }
        guard !anchor.isName, !isNamed, WebAddress.kept(address) != nil else { return }
        if MastodonMarkup.bare(shown[...]) == MastodonMarkup.bare(anchor.href[...]) {
            // Some servers show an address without its scheme.
            if !shown.starts(with: "http".utf8) { text.replaceSubrange(start..., with: anchor.href) }
        } else if shown.isEmpty {
            append(anchor.href[...])
        } else {
            append(Array(" (\(address))".utf8)[...])
        }
    }

    /// An address without its scheme, `www.` and the slash at its end, in lower case: two that agree in this lead to the same place.
    private static func bare(_ address: ArraySlice<UInt8>) -> [UInt8] {
        var bare = address.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for prefix in ["https://", "http://", "www."] where bare.starts(with: prefix.utf8) {
            bare.removeFirst(prefix.utf8.count)
        }
        while bare.last == UInt8(ascii: "/") { bare.removeLast() }
        return bare
    }

    /// The value of an attribute; empty where the tag has none.
    private static func attribute(_ name: StaticString, of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let wanted = Array(name.description.utf8)
        var index = tag.startIndex
        while index < tag.endIndex {
            while index < tag.endIndex, !tag[index].isSpace { index += 1 }
            while index < tag.endIndex, tag[index].isSpace { index += 1 }
            let start = index
            while index < tag.endIndex, tag[index] != UInt8(ascii: "="), !tag[index].isSpace { index += 1 }
            let isWanted = tag[start..<index].map { $0 | 0x20 } == wanted
            guard index < tag.endIndex, tag[index] == UInt8(ascii: "=") else { continue }
            index += 1
            guard index < tag.endIndex else { break }
            let quote = tag[index]
            let value: ArraySlice<UInt8>
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let end = tag[(index + 1)...].firstIndex(of: quote) ?? tag.endIndex
                value = tag[index + 1..<end]
                index = end
            } else {
                value = tag[index...].prefix { !$0.isSpace }
                index = value.endIndex
            }
            if isWanted { return value }
        }
        return []
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self) }
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
