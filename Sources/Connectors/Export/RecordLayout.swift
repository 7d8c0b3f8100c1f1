/// How a stream of bytes falls into records.
package enum RecordLayout: Hashable, Sendable {
    /// Every line is one record with one field.
    case lines
    /// RFC 4180 with this delimiter: fields in quotes may hold delimiters, line breaks and doubled quotes.
    case csv(delimiter: UInt8)
}
