/// Makes foreign words fit for one line of a message or a record: no line break, nothing that acts unseen, a bounded length.
enum PlainLine {
    /// The words on one line: white space of any kind is one blank, what acts on a terminal or turns the reading direction is gone, and
    /// what is longer than `limit` bytes ends with an ellipsis.
    static func clean(_ text: String, limit: Int) -> String {
        var line: [UInt8] = []
        var isBlankDue = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isBlankDue = !line.isEmpty
                continue
            }
            guard !isActive(scalar), let bytes = UTF8.encode(scalar) else { continue }
            guard line.count + bytes.count < limit else { return String(decoding: line, as: UTF8.self) + "…" }
            if isBlankDue { line.append(0x20) }
            isBlankDue = false
            line.append(contentsOf: bytes)
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// Control characters (C0, C1, DEL), bidirectional controls (Unicode Standard Annex 9) and other format characters that act unseen.
    static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2060...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
