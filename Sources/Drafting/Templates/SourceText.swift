/// A text file of a language, cut into lines that know where they stand.
struct SourceText {
    /// One line of the file.
    struct Line {
        /// From 1.
        let number: Int
        let text: String

        /// Without the blanks around it.
        var trimmed: String { SourceText.trimmed(text) }
    }

    let file: String
    private(set) var lines: [Line] = []
    private(set) var mistakes: [TemplateError.Mistake] = []

    /// The largest file read, in bytes.
    static let largestFile = 256 << 10

    init(file: String, bytes: [UInt8]) {
        self.file = file
        guard bytes.count <= Self.largestFile else {
            report(
                .size, line: 1, column: 1, "the file has \(bytes.count) bytes", "keep it below \(Self.largestFile)")
            return
        }
        var rest = bytes[...]
        if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
        var number = 0
        for raw in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            read(raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw, number: number)
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return report(.encoding, line: number, column: 1, "the line is not UTF-8", "save the file as UTF-8")
        }
        var column = 1
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 && scalar != "\t" || (0x7f...0x9f).contains(scalar.value)
                || ScalarKind.isBidiControl(scalar)
            {
                report(
                    .controlCharacter, line: number, column: column,
                    "an invisible control character (U+\(Self.hexadecimal(scalar))) stands here",
                    "remove it")
                break
            }
            column += 1
        }
        lines.append(Line(number: number, text: text))
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        String(scalar.value, radix: 16, uppercase: true)
    }

    private mutating func report(
        _ code: TemplateError.Mistake.Code, line: Int, column: Int, _ what: String, _ advice: String
    ) {
        mistakes.append(
            TemplateError.Mistake(code: code, file: file, line: line, column: column, what: what, advice: advice))
    }

    /// Without blanks and tabs at both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
        let end = bytes.lastIndex { !isBlank($0) } ?? start - 1
        return String(decoding: bytes[start..<max(start, end + 1)], as: UTF8.self)
    }

    /// The column, from 1 in Unicode scalars, of the first character that is not blank.
    static func firstColumn(of text: String) -> Int {
        (text.unicodeScalars.enumerated().first { $0.element != " " && $0.element != "\t" }?.offset ?? 0) + 1
    }
}
