/// Text in a mail header (RFC 2047).
enum EncodedWords {
    /// As it is when it is short printable ASCII that cannot be taken for an encoded word; else as encoded words of at most 64 characters,
    /// each on its own line and holding whole characters.
    static func text(_ text: String) -> String {
        let isPlain = text.utf8.count <= 66 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
        if isPlain { return text }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            guard let bytes = UTF8.encode(scalar) else { continue }
            // 39 bytes are 52 digits of base 64; with frame and name of the header less than the 76 characters of a line.
            if (words.last?.count ?? 0) + bytes.count > 39 { words.append([]) }
            words[words.count - 1].append(contentsOf: bytes)
        }
        return words.map { "=?UTF-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for index in 0..<3 { bits = bits << 8 | UInt32(index < group.count ? group[start + index] : 0) }
            for index in 0..<4 {
                let digit = digits[Int(bits >> UInt32(18 - 6 * index)) & 63]
                text.append(index <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
