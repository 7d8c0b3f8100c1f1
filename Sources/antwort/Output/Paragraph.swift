/// Text in lines no wider than a window, broken between words.
enum Paragraph {
    /// - Parameter width: columns; nil leaves the lines as they are.
    static func lines(_ text: String, width: Int?) -> [String] {
        let lines = SafeText.block(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let width, width > 20 else { return lines }
        return lines.flatMap { wrapped($0, width: width) }
    }

    private static func wrapped(_ line: String, width: Int) -> [String] {
        guard DisplayWidth.of(line) > width else { return [line] }
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            let wide = DisplayWidth.of(String(word))
            if !current.isEmpty, used + 1 + wide > width {
                lines.append(current)
                current = ""
                used = 0
            }
            if !current.isEmpty {
                current += " "
                used += 1
            }
            current += word
            used += wide
        }
        return lines + [current]
    }
}
