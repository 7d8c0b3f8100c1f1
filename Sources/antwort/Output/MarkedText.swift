/// A text with marks under some of its words, and what each mark means below it, in lines no wider than a window.
///
///     Warum steht der Zug schon wieder?
///     ^^^^^                ^^^^^^^^^^^^
///     question             complaint
struct MarkedText {
    /// Words to be marked.
    struct Mark: Hashable {
        /// Half-open, in Unicode scalars of the text.
        let range: Range<Int>
        /// What they mean; marks over the same words share a line of names.
        let name: String
    }

    /// What a person sees as one character.
    private struct Cell {
        var text: String
        var width: Int
        var scalars: Range<Int>
        var isBlank: Bool
    }

    /// A longer text is cut off: marks under pages of it help nobody.
    private static let mostLines = 40

    private let lines: [[Cell]]
    private let isCut: Bool
    private let marks: [(range: Range<Int>, name: String)]
    private let width: Int

    /// - Parameters:
    ///   - text: foreign text; what could act on a terminal is left out.
    ///   - width: columns, at least 20.
    init(_ text: String, marks: [Mark], width: Int) {
        self.width = max(20, width)
        let wrapped = Self.wrapped(text, width: max(20, width))
        lines = wrapped.lines
        isCut = wrapped.isCut
        var names: [Range<Int>: [String]] = [:]
        for mark in marks where !mark.range.isEmpty {
            if names[mark.range]?.contains(mark.name) != true { names[mark.range, default: []].append(mark.name) }
        }
        self.marks = names.map { ($0.key, SafeText.line($0.value.joined(separator: ", "))) }.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    /// - Parameter isEmphasized: whether marked words are bold and underlined as well, by terminal escapes of our own.
    func lines(isEmphasized: Bool) -> [String] {
        var shown: [String] = []
        var named: Set<Range<Int>> = []
        for line in lines {
            shown.append(Self.trimmed(self.text(of: line, isEmphasized: isEmphasized)))
            let found = marks.filter { mark in line.contains { $0.scalars.overlaps(mark.range) } }
            guard !found.isEmpty else { continue }
            shown.append(Self.trimmed(carets(under: line, found.map(\.range))))
            let fresh = found.filter { named.insert($0.range).inserted }
            shown += names(under: line, fresh)
        }
        if isCut { shown.append("… (the rest is not shown)") }
        return shown
    }

    // MARK: Under a line

    private func text(of line: [Cell], isEmphasized: Bool) -> String {
        guard isEmphasized else { return line.map(\.text).joined() }
        var text = ""
        var isOn = false
        for cell in line {
            let isMarked = marks.contains { cell.scalars.overlaps($0.range) }
            if isMarked != isOn {
                text += isMarked ? "\u{1B}[1;4m" : "\u{1B}[0m"
                isOn = isMarked
            }
            text += cell.text
        }
        return isOn ? text + "\u{1B}[0m" : text
    }

    private func carets(under line: [Cell], _ ranges: [Range<Int>]) -> String {
        line.map { cell in
            let isMarked = ranges.contains { cell.scalars.overlaps($0) }
            return String(repeating: isMarked ? "^" : " ", count: cell.width)
        }
        .joined()
    }

    /// Each name begins below its mark, in the first row with room for it.
    private func names(under line: [Cell], _ marks: [(range: Range<Int>, name: String)]) -> [String] {
        var rows: [(text: String, width: Int)] = []
        for mark in marks {
            let before = line.prefix { !$0.scalars.overlaps(mark.range) }.reduce(0) { $0 + $1.width }
            let name = DisplayWidth.cut(mark.name, to: width)
            let length = DisplayWidth.of(name)
            let start = max(0, min(before, width - length))
            let place = rows.firstIndex { $0.width == 0 || $0.width + 2 <= start } ?? rows.count
            if place == rows.count { rows.append(("", 0)) }
            rows[place].text += String(repeating: " ", count: start - rows[place].width) + name
            rows[place].width = start + length
        }
        return rows.map(\.text)
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    // MARK: Wrapping

    private static func wrapped(_ text: String, width: Int) -> (lines: [[Cell]], isCut: Bool) {
        var lines: [[Cell]] = []
        var line: [Cell] = []
        var used = 0
        var place = 0
        func isFull() -> Bool { lines.count >= mostLines }
        for character in text {
            let count = character.unicodeScalars.count
            defer { place += count }
            if character.isNewline {
                lines.append(line)
                (line, used) = ([], 0)
                if isFull() { return (lines, true) }
                continue
            }
            let safe = SafeText.line(String(character))
            guard !safe.isEmpty else { continue }
            let cell = Cell(
                text: safe, width: DisplayWidth.of(safe), scalars: place..<place + count,
                isBlank: character.isWhitespace)
            if used + cell.width > width {
                // A line ends behind its last blank; a word as long as the window is broken.
                let end = cell.isBlank ? line.count : (line.lastIndex { $0.isBlank }.map { $0 + 1 } ?? line.count)
                lines.append(Array(line[..<end]))
                line = Array(line[end...])
                used = line.reduce(0) { $0 + $1.width }
                if isFull() { return (lines, true) }
                if cell.isBlank { continue }
            }
            line.append(cell)
            used += cell.width
        }
        if !line.isEmpty { lines.append(line) }
        return (lines, false)
    }
}
