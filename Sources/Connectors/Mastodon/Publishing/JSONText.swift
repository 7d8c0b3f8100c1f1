/// Texts as JSON, always in the same bytes.
enum JSONText {
    /// `text` between quotes, with what must be escaped escaped and nothing else (RFC 8259, section 7).
    static func quoted(_ text: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
            case 0x0A: quoted += Array(#"\n"#.utf8)
            case 0..<0x20: quoted += Array(#"\u00"#.utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: quoted.append(byte)
            }
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }
}
