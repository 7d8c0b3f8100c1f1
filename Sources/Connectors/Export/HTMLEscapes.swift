/// The character references that exports leave in plain text.
enum HTMLEscapes {
    /// `bytes` with `&amp;` `&lt;` `&gt;` `&quot;` `&apos;` and numeric references resolved, once: `&amp;lt;` becomes
    /// `&lt;`.
    ///
    /// What is no such reference stays as it is, and so does a number that names no character, or NUL.
    static func resolved(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x26, let (character, length) = reference(in: bytes, from: index + 1) {
                result.append(contentsOf: character.utf8)
                index += 1 + length
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    /// The character behind an `&` and how many bytes its reference has, the semicolon included. Ten bytes are the
    /// longest.
    private static func reference(in bytes: [UInt8], from start: Int) -> (character: Character, length: Int)? {
        var end = start
        while end < bytes.count, end - start < 10, bytes[end] != 0x3B { end += 1 }
        guard end < bytes.count, bytes[end] == 0x3B, end - start > 1 else { return nil }
        let name = bytes[start..<end]
        let length = end - start + 1
        if name.first == 0x23 {
            let isHex = name.count > 2 && name[start + 1] | 0x20 == 0x78
            let digits = name.dropFirst(isHex ? 2 : 1)
            guard digits.allSatisfy({ isHex ? isHexDigit($0) : (0x30...0x39).contains($0) }),
                let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10), number != 0,
                let scalar = Unicode.Scalar(number)
            else { return nil }
            return (Character(scalar), length)
        }
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return ("&", length)
        case "lt": return ("<", length)
        case "gt": return (">", length)
        case "quot": return ("\"", length)
        case "apos": return ("'", length)
        default: return nil
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
