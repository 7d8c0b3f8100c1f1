/// The plain form of mail addresses: `local@domain` as RFC 5321 (4.1.2) writes dot-strings and domains, without quotes, names,
/// comments or letters outside ASCII. Nothing in such an address can end a line or a command of SMTP.
enum MailAddress {
    /// RFC 5321, 4.5.3.1.3, without the angle brackets.
    static let mostBytes = 254

    static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard text.utf8.count <= mostBytes, parts.count == 2, parts[0].count <= 64 else { return false }

        let words = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(isWordByte) }
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy(isLabelByte) && label.first != UInt8(ascii: "-")
                    && label.last != UInt8(ascii: "-")
            }
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// RFC 5322, 3.2.3: `atext`.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        isLabelByte(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }
}
