/// One record of a stream: where it lies, or why it cannot be used.
package struct RecordSpan: Hashable, Sendable {
    /// What is wrong with the bytes, whatever they are to mean.
    package enum Fault: Hashable, Sendable {
        /// The quotes do not add up: the record is its first line, see ``RecordScanner``.
        case quotes
        /// One line longer than the limit.
        case tooLong
    }

    /// Offset in the stream of the first byte.
    package let start: Int
    /// Offset behind the line end.
    package let end: Int
    /// The number of its first line in the stream, from 1.
    package let line: Int
    /// Which of all fields of the stream is its first.
    package let firstField: Int
    package let fieldCount: Int
    package let fault: Fault?
    /// The first bytes of a line longer than the limit, whose rest was not kept.
    package let kept: [UInt8]?
}
