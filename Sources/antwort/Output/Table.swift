/// Rows of text in columns, as wide as their widest cell; on a terminal the last column gives way to the window's width.
struct Table: Sendable {
    private let headings: [String]
    private var rows: [[String]] = []

    init(_ headings: [String]) {
        self.headings = headings
    }

    /// Adds a row; cells may hold foreign text.
    mutating func add(_ cells: [String]) {
        rows.append(cells.map(SafeText.line))
    }

    var isEmpty: Bool { rows.isEmpty }

    /// The lines, headings first.
    /// - Parameter width: columns of the window; nil for no limit.
    func lines(width: Int?) -> [String] {
        let all = [headings] + rows
        let last = headings.count - 1
        let widths = headings.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        let room = width.map { max(12, $0 - before) }
        return all.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                if column == last {
                    line += room.map { DisplayWidth.cut(cell, to: $0) } ?? cell
                } else {
                    line += cell + String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 2)
                }
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }
}
