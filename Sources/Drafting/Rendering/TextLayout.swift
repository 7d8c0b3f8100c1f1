/// Closes the gaps that passages leave when they are left out.
enum TextLayout {
    /// One blank between words, none at the end of a line, one empty line between paragraphs, none at the ends.
    static func tidied(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var blanks = 0
        var breaks = 0
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x09: blanks += 1
            case 0x0d: continue
            case 0x0a:
                breaks += 1
                blanks = 0
            default:
                if !bytes.isEmpty {
                    if breaks > 0 {
                        bytes.append(contentsOf: repeatElement(0x0a, count: min(breaks, 2)))
                    } else if blanks > 0 {
                        bytes.append(0x20)
                    }
                }
                blanks = 0
                breaks = 0
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
