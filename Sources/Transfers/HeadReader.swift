import HTTPTypes

/// Collects the final answer's status and fields from the lines libcurl hands over one by one.
///
/// libcurl also hands over interim (1xx) answers before and trailer fields after it.
struct HeadReader {
    /// Of the final answer; nil while there was none or an interim one.
    private(set) var status: Int?
    private(set) var fields = HTTPFields()
    /// Whether the empty line after the final answer's fields was seen.
    private(set) var isComplete = false

    mutating func read(_ line: some BidirectionalCollection<UInt8>) {
        guard !isComplete else { return }
        let end = line.lastIndex { !HeadReader.isSpace($0) }
        guard let end else {
            isComplete = status != nil
            return
        }
        let text = line[...end]
        if text.starts(with: "HTTP/".utf8) {
            begin(text)
        } else if status != nil {
            readField(text)
        }
    }

    private mutating func begin(_ text: some Collection<UInt8>) {
        let digits = text.drop { $0 != UInt8(ascii: " ") }.dropFirst().prefix(3)
        let code = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        status = (200...999).contains(code) ? code : nil
        fields = HTTPFields()
    }

    private mutating func readField(_ text: some Collection<UInt8>) {
        // A line that begins with a space continues the one before (obsolete, RFC 9112, section 5.2).
        if let first = text.first, HeadReader.isSpace(first) {
            guard let last = fields.indices.last else { return }
            fields[last].value += " " + String(decoding: text.drop(while: HeadReader.isSpace), as: UTF8.self)
            return
        }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: text[..<colon], as: UTF8.self))
        else { return }
        let value = text[text.index(after: colon)...].drop(while: HeadReader.isSpace)
        fields.append(HTTPField(name: name, value: String(decoding: value, as: UTF8.self)))
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (9...13).contains(byte)
    }
}
