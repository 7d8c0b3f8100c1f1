/// Where the content of a field lies within its record, without the quotes around it.
package struct FieldSpan: Hashable, Sendable {
    /// Bytes from the start of the record.
    package let start: UInt32
    package let count: UInt32
    /// Whether quotes are written twice inside.
    package let hasDoubledQuotes: Bool
}
