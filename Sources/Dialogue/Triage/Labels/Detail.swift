/// A particular the author gave and an answer can take up; never a personal identifier.
package struct Detail: Hashable, Sendable {
    /// What kind of thing it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case duration
        case time
        case date
        case place
        case line
        case train
        case order
        case product
        case amount
    }

    /// What it is.
    package let kind: Kind

    /// Half-open, in Unicode scalars of the text.
    package let range: Range<Int>

    /// Names a place in a text.
    package init(kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}
