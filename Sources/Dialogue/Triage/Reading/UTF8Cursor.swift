/// Decodes UTF-8 that a `String` has already made valid; of anything else it makes U+FFFD and goes on.
struct UTF8Cursor {
    /// The scalar that begins at `offset`, and its number of bytes.
    static func scalar(in bytes: [UInt8], at offset: Int) -> (value: UInt32, width: Int) {
        let lead = bytes[offset]
        guard lead >= 0x80 else { return (UInt32(lead), 1) }
        let width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
        guard lead >= 0xc0, offset + width <= bytes.count else { return (0xfffd, 1) }
        var value = UInt32(lead) & (0x7f >> UInt32(width))
        for index in offset + 1..<offset + width {
            value = value << 6 | UInt32(bytes[index] & 0x3f)
        }
        return (value, width)
    }
}
