/// The syntax of IANA zone names, `Europe/Berlin`, `America/Argentina/Ushuaia`, `Etc/GMT+5`.
enum ZoneName {
    /// Whether `text` can name a zone, and not a file elsewhere or the machine's own zone of the day.
    static func isName(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 64, (1...4).contains(parts.count) else { return false }
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isNameByte) && isLetter($0[$0.startIndex]) }) else {
            return false
        }
        return !["localtime", "posixrules", "Factory", "right"].contains(String(Substring(parts[0])))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: isLetter(byte)
        }
    }
}
