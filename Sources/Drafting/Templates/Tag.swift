/// One mark in a template, with where it stands.
struct Tag: Hashable, Sendable {
    /// What it does.
    enum Kind: Hashable, Sendable {
        /// `{{name}}`
        case slot
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case end
        /// `{{> name}}`
        case piece
        /// `{{! … }}`
        case comment
        /// `[[`
        case passage
        /// `]]`
        case passageEnd
    }

    let kind: Kind
    let name: String
    /// Half-open, in bytes of the scanned text.
    let range: Range<Int>
    /// From 1.
    let line: Int
    /// From 1, in Unicode scalars.
    let column: Int
}
