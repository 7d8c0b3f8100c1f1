/// Files of a language that cannot be used, with every mistake found in them.
package struct TemplateError: Error, Hashable, Sendable {
    /// One mistake and what to do about it.
    package struct Mistake: Hashable, Sendable {
        /// What kind of mistake, fixed and free of values.
        package enum Code: String, Hashable, Sendable, CaseIterable {
            case encoding
            case controlCharacter = "control_character"
            case size
            case header
            case unknownKey = "unknown_key"
            case unknownValue = "unknown_value"
            case duplicate
            case missing
            case unknownVariant = "unknown_variant"
            case emptyWording = "empty_wording"
            case tag
            case unknownSlot = "unknown_slot"
            case unknownPiece = "unknown_piece"
            case missingPiece = "missing_piece"
            case cycle
            case nesting
            case placeholder
            case phrase
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

extension TemplateError.Mistake: CustomStringConvertible {
    /// `file:line:column: what; advice`
    package var description: String {
        "\(file):\(line):\(column): \(what); \(advice)"
    }
}
