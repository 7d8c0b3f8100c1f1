/// Why a text is no opening hours.
package struct OpeningHoursError: Error, Hashable, Sendable {
    /// The kind of fault; the raw values are part of the product's interface.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        /// There is nothing but blanks.
        case empty
        /// The grammar does not allow it.
        case syntax
        /// A number is out of its range, or a span ends before it begins.
        case range
        /// It can be read in two ways.
        case ambiguous
        /// OpenStreetMap knows it, this product does not.
        case unsupported
    }

    package let code: Code
    /// The character at which the fault lies: Unicode scalars before it, so the first one is 0.
    package let position: Int
    /// What is wrong, as the middle of a sentence.
    package let message: String
    /// What to write instead.
    package let advice: String
}

/// Something in valid opening hours that people who write it seldom mean.
package struct OpeningHoursWarning: Hashable, Sendable {
    /// The kind of trap; the raw values are part of the product's interface.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        /// A later rule replaces a day and with it what runs over from the night before: `Fr 22:00-03:00; Sa 10:00-14:00`.
        case nightLost = "night-lost"
        /// A day is closed, but what runs over from it into the next morning stays open: `Mo-Su 22:00-06:00; PH off`.
        case morningLeft = "morning-left"
    }

    package let code: Code
    /// The first character of the rule that has this effect, in Unicode scalars from 0.
    package let position: Int
    /// What happens, as a sentence without its full stop.
    package let message: String
    /// What to write instead.
    package let advice: String
}
