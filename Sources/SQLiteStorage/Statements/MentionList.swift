/// How the names a post mentions stand in one column: a line each, with `\` and line feeds inside a name escaped.
///
/// Nobody mentioned is NULL, so that the column costs nothing in most rows.
enum MentionList {
    static func encoded(_ mentions: [String]) -> String? {
        if mentions.isEmpty { return nil }
        var bytes: [UInt8] = []
        for (index, mention) in mentions.enumerated() {
            if index > 0 { bytes.append(lineFeed) }
            for byte in mention.utf8 {
                switch byte {
                case lineFeed: bytes += [backslash, UInt8(ascii: "n")]
                case backslash: bytes += [backslash, backslash]
                default: bytes.append(byte)
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func decoded(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.utf8.split(separator: lineFeed, omittingEmptySubsequences: false).map { line in
            var bytes: [UInt8] = []
            var isEscaped = false
            for byte in line {
                if isEscaped {
                    bytes.append(byte == UInt8(ascii: "n") ? lineFeed : byte)
                    isEscaped = false
                } else if byte == backslash {
                    isEscaped = true
                } else {
                    bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")
}
