/// Lexicon files that cannot be used, with every mistake found in them.
package struct LexiconError: Error, Hashable, Sendable {
    /// One mistake and what to do about it.
    package struct Mistake: Hashable, Sendable {
        /// What kind of mistake, fixed and free of values.
        package enum Code: String, Hashable, Sendable, CaseIterable {
            case encoding
            case controlCharacter = "control_character"
            case section
            case unknownCategory = "unknown_category"
            case entryBeforeSection = "entry_before_section"
            case emptyEntry = "empty_entry"
            case weight
            case placeholder
            case prefix
            case gap
            case length
            case contradiction
            case size
        }

        /// What kind of mistake it is.
        package let code: Code
        /// The name the file was handed in under.
        package let file: String

        /// From 1.
        package let line: Int

        /// From 1, in Unicode scalars.
        package let column: Int
        /// What is wrong.
        package let what: String

        /// What to do about it.
        package let advice: String
    }

    /// In the order of file name and line; never empty.
    package let mistakes: [Mistake]
}

extension LexiconError.Mistake: CustomStringConvertible {
    /// `file:line:column: what; advice`
    package var description: String {
        "\(file):\(line):\(column): \(what); \(advice)"
    }
}
