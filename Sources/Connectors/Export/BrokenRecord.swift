/// A record that became no post: it goes to quarantine as it came, and holds up none of its neighbours.
package struct BrokenRecord: Hashable, Sendable {
    /// What is wrong, in a word that never changes and holds no values.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// Quotes that do not add up, or that nothing closes.
        case quotes
        /// A line longer than a record may be.
        case tooLong = "too_long"
        /// Another number of fields than the header has.
        case columns
        /// Bytes that are not UTF-8.
        case encoding
        /// Not a JSON object.
        case json
        /// A field that is needed is not there, or empty.
        case missing
        /// A field of another type than it has to be.
        case type
        /// A field whose value cannot be read.
        case value
        /// Nothing a person wrote: a share counter, a button, a template's leftover.
        case furniture
    }

    /// Where, counted from 1: `record 17 (line 23)`.
    package let place: String
    package let code: Code
    /// The column or member it is about; nil when it is about the whole record.
    package let field: String?
    /// What is wrong and what to do about it. Holds no text of the record.
    package let reason: String
    /// The record as it came, line end included; of a line that is too long its beginning.
    package let raw: [UInt8]

    package init(place: String, code: Code, field: String?, reason: String, raw: [UInt8]) {
        self.place = place
        self.code = code
        self.field = field
        self.reason = reason
        self.raw = raw
    }
}
