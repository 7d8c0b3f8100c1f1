/// Turns the records of one body into reports, whichever the format.
enum RecordReader: Sendable {
    case twcs(TWCSReader)
    case mapped(MappedReader)
    case posts(PostLineReader)
}
