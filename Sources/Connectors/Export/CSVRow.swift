/// One record of a CSV file, with its fields still as bytes.
struct CSVRow {
    /// Bytes that hold the record.
    let bytes: [UInt8]
    /// Where in `bytes` the record begins.
    let start: Int
    let fields: ArraySlice<FieldSpan>
    let header: CSVHeader

    /// Whether no field holds anything, as in the rows spreadsheets append.
    var isEmpty: Bool { fields.allSatisfy { $0.count == 0 } }

    /// The content of a field between its quotes, doubled quotes still doubled, without spaces around it.
    func trimmed(_ column: Int) -> ArraySlice<UInt8> {
        var content = content(column)
        while let first = content.first, first <= 0x20 { content = content.dropFirst() }
        while let last = content.last, last <= 0x20 { content = content.dropLast() }
        return content
    }

    /// The text of a field, doubled quotes halved and NUL taken out; otherwise as it came.
    func text(_ column: Int, resolvingHTML: Bool = false) throws(RowFault) -> String {
        let span = fields[fields.startIndex + column]
        let content = content(column)
        var isPlain = !span.hasDoubledQuotes
        if isPlain {
            for byte in content where byte == 0 || (resolvingHTML && byte == 0x26) {
                isPlain = false
                break
            }
        }
        if isPlain { return try validated(content, column) }

        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(content.count)
        var isSecondQuote = false
        for byte in content where byte != 0 {
            if byte == 0x22, span.hasDoubledQuotes {
                isSecondQuote.toggle()
                if !isSecondQuote { continue }
            }
            cleaned.append(byte)
        }
        if resolvingHTML { cleaned = HTMLEscapes.resolved(cleaned) }
        return try validated(cleaned[...], column)
    }

    /// A short text that may be left out; nil when the column is, or the field is empty.
    func optional(_ column: Int?) throws(RowFault) -> String? {
        guard let column, fields[fields.startIndex + column].count > 0 else { return nil }
        let text = try text(column)
        return text.isEmpty ? nil : text
    }

    /// An id: opaque, without spaces around it; nil when empty.
    func id(_ column: Int) throws(RowFault) -> String? {
        let content = trimmed(column)
        guard !content.isEmpty else { return nil }
        guard content.count <= RemoteID.longest, !content.contains(0), !content.contains(0x22) else {
            throw RowFault(.value, name(column), RemoteID.complaint)
        }
        return try validated(content, column)
    }

    /// The name of a column, for a message; its number where the header has none.
    func name(_ column: Int) -> String {
        header.names.indices.contains(column) ? header.names[column] : "column \(column + 1)"
    }

    private func content(_ column: Int) -> ArraySlice<UInt8> {
        let span = fields[fields.startIndex + column]
        let first = start + Int(span.start)
        return bytes[first..<first + Int(span.count)]
    }

    private func validated(_ content: ArraySlice<UInt8>, _ column: Int) throws(RowFault) -> String {
        if let text = String(validating: content, as: UTF8.self) { return text }
        throw RowFault(
            .encoding, name(column), "holds bytes that are not UTF-8; export the file as UTF-8 and import it again")
    }
}
