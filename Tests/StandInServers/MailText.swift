import Foundation

/// A mail as a person reads it: who it is from and to, its subject, and its body decoded.
enum MailText {
    /// Reads what Antwort writes: encoded words in base64 (RFC 2047) and a body in quoted-printable (RFC 2045).
    static func readable(_ message: Data) -> String {
        let text = String(decoding: message, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        guard let end = text.range(of: "\n\n") else { return text }
        let head = text[..<end.lowerBound].replacingOccurrences(of: "\n ", with: " ")
        let shown = head.split(separator: "\n").filter { line in
            ["From:", "To:", "Subject:"].contains { line.hasPrefix($0) }
        }
        return shown.map { words(in: String($0)) + "\n" }.joined() + "\n" + body(String(text[end.upperBound...]))
    }

    private static func words(in line: String) -> String {
        // White space between two encoded words belongs to neither.
        let joined = line.replacingOccurrences(of: "?= =?", with: "?==?")
        var (result, rest) = ("", joined[...])
        while let start = rest.range(of: "=?UTF-8?B?", options: .caseInsensitive),
            let end = rest.range(of: "?=", range: start.upperBound..<rest.endIndex)
        {
            result += rest[..<start.lowerBound]
            let bytes = Data(base64Encoded: String(rest[start.upperBound..<end.lowerBound])) ?? Data()
            result += String(decoding: bytes, as: UTF8.self)
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    private static func body(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.replacingOccurrences(of: "=\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "="), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
