/// A piece of personal data in a post's text.
package struct PersonalDatum: Hashable, Sendable {
    /// What kind of thing it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// With a right check sum (ISO 13616).
        case iban
        case phone
        case email
        /// A long number: booking, customer, order or card.
        case number
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
