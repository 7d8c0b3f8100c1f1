/// Text as quoted-printable (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// At most 76 characters a line, lines ended by CR LF. A dot that begins a line is written out, so that no mail server can take it for
    /// the end.
    static func bytes(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        var column = 0
        let bytes = Array(text.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { continue }
            if byte == 0x0A || byte == 0x0D {
                output += [0x0D, 0x0A]
                column = 0
                continue
            }
            let isLineEnd = index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
            let isBlank = byte == 0x20 || byte == 0x09
            var isPlain = (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")) || (isBlank && !isLineEnd)
            if byte == UInt8(ascii: "."), column == 0 { isPlain = false }
            let width = isPlain ? 1 : 3
            // The last place of a line is the soft break's.
            if column + width > 75 {
                output += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
                if byte == UInt8(ascii: ".") { isPlain = false }
            }
            if isPlain {
                output.append(byte)
            } else {
                output += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
            column += isPlain ? 1 : 3
        }
        return output
    }
}
