/// Finds every mark of a template before the template engine sees it, and refuses what a template must not do.
///
/// The engine's own reading is not enough: it takes any name, loads what it does not understand as text, allows other
/// delimiters and content types, and does not say where a mark stands.
struct TagScanner {
    private(set) var tags: [Tag] = []
    private(set) var mistakes: [TemplateError.Mistake] = []

    private let file: String
    private let bytes: [UInt8]
    private var index = 0
    private var line: Int
    private var column = 1

    static let mostTags = 64
    static let mostMistakes = 20

    /// `line` is the file's line that the text begins with.
    init(_ text: String, file: String, line: Int) {
        self.file = file
        self.line = line
        bytes = Array(text.utf8)
        while index < bytes.count {
            if tags.count > Self.mostTags {
                report(.size, "the wording has more than \(Self.mostTags) marks", "a reply needs fewer; split it")
                return
            }
            if mistakes.count >= Self.mostMistakes { return }
            step()
        }
    }

    private mutating func step() {
        switch bytes[index] {
        case UInt8(ascii: "{"):
            if isDoubled() { return readTag() }
            report(.tag, "a single brace stands here", "write {{name}} for a slot, or leave braces out")
        case UInt8(ascii: "}"):
            report(.tag, "a closing brace stands here that nothing opened", "write {{name}} for a slot")
            if isDoubled() { advance(1) }
        case UInt8(ascii: "["):
            if isDoubled() { return append(.passage, name: "", length: 2) }
        case UInt8(ascii: "]"):
            if isDoubled() { return append(.passageEnd, name: "", length: 2) }
        default: break
        }
        advance(1)
    }

    private func isDoubled() -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == bytes[index]
    }

    private mutating func readTag() {
        guard let end = endOfTag() else {
            report(.tag, "{{ is not closed", "write }} behind the name")
            return advance(bytes.count - index)
        }
        let length = end + 2 - index
        let content = SourceText.trimmed(String(decoding: bytes[(index + 2)..<end], as: UTF8.self))
        guard let sign = content.unicodeScalars.first else {
            report(.tag, "the mark {{}} is empty", "write a slot's name in it, such as {{brand}}")
            return advance(length)
        }
        let rest = SourceText.trimmed(String(content.unicodeScalars.dropFirst()))
        switch sign {
        case "#": append(.section, name: rest, length: length)
        case "^": append(.inverted, name: rest, length: length)
        case "/": append(.end, name: rest, length: length)
        case ">": append(.piece, name: rest, length: length)
        case "!": append(.comment, name: "", length: length)
        case "{", "&", "=", "%", "<", "$", "*":
            report(.tag, "'{{\(sign)' is not used in these templates", "write {{name}}, {{#name}} or {{> piece}}")
            // Of three braces that close, all three belong to the mark.
            advance(sign == "{" && end + 2 < bytes.count && bytes[end + 2] == UInt8(ascii: "}") ? length + 1 : length)
        default: append(.slot, name: content, length: length)
        }
    }

    /// Where the `}}` of the mark begins; nil when the line ends before, or another mark opens.
    private func endOfTag() -> Int? {
        var position = index + 2
        let isComment = position < bytes.count && bytes[position] == UInt8(ascii: "!")
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "}"), bytes[position + 1] == UInt8(ascii: "}") { return position }
            if !isComment, bytes[position] == UInt8(ascii: "\n") { return nil }
            if position > index + 2, bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") {
                return nil
            }
            position += 1
        }
        return nil
    }

    private mutating func append(_ kind: Tag.Kind, name: String, length: Int) {
        tags.append(Tag(kind: kind, name: name, range: index..<index + length, line: line, column: column))
        advance(length)
    }

    private mutating func advance(_ count: Int) {
        for byte in bytes[index..<min(index + count, bytes.count)] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80 {
                column += 1
            }
        }
        index = min(index + count, bytes.count)
    }

    private mutating func report(_ code: TemplateError.Mistake.Code, _ what: String, _ advice: String) {
        mistakes.append(
            TemplateError.Mistake(code: code, file: file, line: line, column: column, what: what, advice: advice))
    }
}
