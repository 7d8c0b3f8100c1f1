/// What stands between two fields of a CSV file.
package enum CSVDelimiter: String, Hashable, Sendable, CaseIterable {
    case comma
    case semicolon
    case tab
    /// Whichever of the three the first line has most of outside quotes; comma when it has none.
    case auto

    /// The byte; for ``auto`` the one that the file's first line speaks for.
    func byte(firstLine: Span<UInt8>) -> UInt8 {
        switch self {
        case .comma: return 0x2C
        case .semicolon: return 0x3B
        case .tab: return 0x09
        case .auto: break
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for index in firstLine.indices {
            let byte = firstLine[index]
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
        }
        var best: UInt8 = 0x2C
        for candidate: UInt8 in [0x3B, 0x09] where counts[candidate, default: 0] > counts[best, default: 0] {
            best = candidate
        }
        return best
    }
}
