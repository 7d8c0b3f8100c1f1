/// The written lines of a settings file, to find the place inside a value.
struct SourceLines {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The place of the Unicode scalar `offset` of `text`, whose value begins at `start`, if the file holds it on one line as
    /// it is; else `start` itself.
    func place(ofScalar offset: Int, in text: String, startingAt start: TextPlace) -> TextPlace {
        guard let line = line(start.line) else { return start }

        let written = line.unicodeScalars.dropFirst(start.column - 1)
        let isQuoted = written.first == "\"" || written.first == "'"
        guard written.dropFirst(isQuoted ? 1 : 0).starts(with: text.unicodeScalars) else { return start }
        return TextPlace(line: start.line, column: start.column + (isQuoted ? 1 : 0) + offset)
    }

    private func line(_ number: Int) -> String? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) ? String(decoding: lines[number - 1], as: UTF8.self) : nil
    }
}
