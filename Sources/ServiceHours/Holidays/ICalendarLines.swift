/// A content line of a calendar file (RFC 5545, section 3.1), unfolded.
struct ICalendarLine: Hashable, Sendable {
    /// The line, counted from 1, on which it begins.
    let number: Int
    /// Upper-case name, `DTSTART`.
    let name: String
    /// What stands between name and colon, upper-case: `;VALUE=DATE`.
    let parameters: String
    let value: ArraySlice<UInt8>

    /// The lines of a text. What has no colon is skipped, as are empty lines.
    static func lines(of text: String) -> [ICalendarLine] {
        var lines: [ICalendarLine] = []
        var current: [UInt8] = []
        var start = 1
        var number = 0
        for raw in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            var content = raw
            if content.last == 0x0D { content.removeLast() }
            if number == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) { content.removeFirst(3) }
            if content.first == 0x20 || content.first == 0x09 {
                current.append(contentsOf: content.dropFirst())
                continue
            }
            if let line = ICalendarLine(number: start, content: current) { lines.append(line) }
            current = Array(content)
            start = number
        }
        if let line = ICalendarLine(number: start, content: current) { lines.append(line) }
        return lines
    }

    private init?(number: Int, content: [UInt8]) {
        var isQuoted = false
        var colon: Int?
        var nameEnd: Int?
        for (index, byte) in content.enumerated() {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x3B, nameEnd == nil { nameEnd = index }
            if byte == 0x3A {
                colon = index
                break
            }
        }
        guard let colon else { return nil }
        let end = nameEnd ?? colon
        self.number = number
        name = String(decoding: content[..<end], as: UTF8.self).uppercased()
        parameters = String(decoding: content[end..<colon], as: UTF8.self).uppercased()
        value = content[(colon + 1)...]
    }

    /// The value as text, with RFC 5545's escapes undone and control bytes left out.
    var text: String {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in value {
            if isEscaped {
                bytes.append(byte == 0x6E || byte == 0x4E ? 0x20 : byte)
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else if byte >= 0x20, byte != 0x7F {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The values of a comma-separated list of dates; those with a time of day are left out.
    var dates: [CivilDate] {
        value.split(separator: 0x2C).compactMap { CivilDate(basic: $0) }
    }
}

extension CivilDate {
    /// Reads `YYYYMMDD`; nil for anything else.
    init?(basic bytes: ArraySlice<UInt8>) {
        guard bytes.count == 8, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let number = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
