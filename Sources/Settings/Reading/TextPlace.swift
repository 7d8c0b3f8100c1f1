/// A place in a text.
struct TextPlace: Hashable {
    /// From 1.
    let line: Int
    /// From 1, in Unicode scalars, as editors and libyaml count.
    let column: Int

    static let start = TextPlace(line: 1, column: 1)

    /// The place right behind `text`.
    static func after(_ text: some Sequence<Unicode.Scalar>) -> TextPlace {
        var line = 1
        var column = 1
        for scalar in text {
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return TextPlace(line: line, column: column)
    }
}
