extension ExportCursor {
    /// The header of the export as a CSV line, to read a single record of it again; empty for a format without one.
    package var headerLine: [UInt8] {
        guard let header else { return [] }
        let delimiter = delimiter ?? UInt8(ascii: ",")
        var line: [UInt8] = []
        for (index, name) in header.enumerated() {
            if index > 0 { line.append(delimiter) }
            line.append(UInt8(ascii: "\""))
            for byte in name.utf8 {
                if byte == UInt8(ascii: "\"") { line.append(byte) }
                line.append(byte)
            }
            line.append(UInt8(ascii: "\""))
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }
}
