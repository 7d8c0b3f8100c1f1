/// A particular the author gave and an answer can take up; never a personal identifier.
package struct Detail: Hashable, Sendable {
    /// What kind of thing it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// How long something took or takes: "half an hour".
        case duration
        /// A time of day: "7:40", "quarter past eight", "an hour ago".
        case time
        /// A day or a longer stretch of the calendar: "last Friday", "3 March", "two days ago".
        case date
        /// A town, a station, a street, or a numbered spot such as a platform or a coach.
        case place
        /// A line that runs many times a day: "RE3", "bus 42".
        case line
        /// One train: "ICE 597".
        case train
        /// "LH123".
        case flight
        /// Not looked for: order numbers are personal data.
        case order
        /// What was bought or is used, by its name.
        case product
        /// A sum of money, or anything else measured: "€12.90", "16 Mbit".
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
