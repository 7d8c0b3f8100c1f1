/// The names of the columns of a CSV file, as its first record tells them.
struct CSVHeader: Hashable, Sendable {
    let names: [String]

    /// The column of that name: the first that has it exactly, else the first that has it in another case; spaces
    /// around a name do not count.
    func column(_ name: String) -> Int? {
        if let exact = names.firstIndex(of: name) { return exact }
        let wanted = CSVHeader.folded(name)
        return names.firstIndex { CSVHeader.folded($0) == wanted }
    }

    /// The column of that name, without which the format cannot be read.
    func required(_ name: String) throws(ConnectorError) -> Int {
        if let column = column(name) { return column }
        throw ConnectorError(
            .column, at: "header, column \(name.prefix(64))",
            advice:
                "is not in the file, which has \(listed); check the format, the mapping and the delimiter of the source"
        )
    }

    /// The names for a message: the first few, each cut short.
    private var listed: String {
        let shown = names.prefix(12).map { "\"\($0.prefix(32))\"" }.joined(separator: ", ")
        return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
    }

    private static func folded(_ name: String) -> String {
        var bytes = Array(name.utf8)[...]
        while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
