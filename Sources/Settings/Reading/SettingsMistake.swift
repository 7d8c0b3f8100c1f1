/// One mistake in a settings file: where it stands, what is wrong and what to do next.
///
/// Neither ``what`` nor ``next`` ever holds the value of a URL or of a key that looks like a secret.
package struct SettingsMistake: Hashable, Comparable, Sendable {
    /// The file as the operator named it, without control characters.
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    /// The path to the value, list places counted from 0: `accounts[1].url`; `yaml` where the text is no YAML, `file` where
    /// it cannot be read at all.
    package let field: String
    package let what: String
    package let next: String

    package init(file: String, line: Int, column: Int, field: String, what: String, next: String) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.what = what
        self.next = next
    }

    /// By position in the file, then by field.
    package static func < (left: SettingsMistake, right: SettingsMistake) -> Bool {
        (left.line, left.column, left.field, left.what) < (right.line, right.column, right.field, right.what)
    }
}

extension SettingsMistake: CustomStringConvertible {
    /// `FILE:LINE:COL: FIELD: WHAT; NEXT`, what follows `antwort: error: `.
    package var description: String { "\(file):\(line):\(column): \(field): \(what); \(next)" }
}
