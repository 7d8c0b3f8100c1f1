extension CivilDate {
    /// Reads `YYYY-MM-DD`; nil for anything else.
    package init?(iso8601 text: some StringProtocol) {
        var digits: [Int] = []
        for (index, byte) in text.utf8.enumerated() {
            switch (index, byte) {
            case (4, 0x2D), (7, 0x2D): continue
            case (0...3, 0x30...0x39), (5...6, 0x30...0x39), (8...9, 0x30...0x39): digits.append(Int(byte) - 0x30)
            default: return nil
            }
        }
        guard digits.count == 8 else { return nil }
        self.init(
            year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], month: digits[4] * 10 + digits[5],
            day: digits[6] * 10 + digits[7])
    }

    /// `YYYY-MM-DD`; a year outside 0 … 9999 carries its sign, as ISO 8601 asks for.
    package var iso8601: String {
        var bytes: [UInt8] = []
        appendISO8601(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func appendISO8601(to bytes: inout [UInt8]) {
        let (year, month, day) = fields
        if !(0...9999).contains(year) { bytes.append(year < 0 ? 0x2D : 0x2B) }
        bytes.append(decimal: year.magnitude, width: 4)
        bytes.append(0x2D)
        bytes.append(decimal: month.magnitude, width: 2)
        bytes.append(0x2D)
        bytes.append(decimal: day.magnitude, width: 2)
    }
}

extension [UInt8] {
    /// Appends `number` in ASCII digits, with leading zeros up to `width`.
    mutating func append(decimal number: UInt, width: Int) {
        let start = count
        var rest = number
        var written = 0
        while rest > 0 || written < width {
            append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
            written += 1
        }
        self[start...].reverse()
    }
}
