import Dialogue
import ServiceHours

extension Query {
    mutating func put(_ instant: Instant) throws {
        try put(instant.seconds)
    }

    mutating func put(_ instant: Instant?) throws {
        try put(instant?.seconds)
    }

    /// Two parameters: where the texts that begin with `prefix` begin and end in an index.
    ///
    /// A range instead of LIKE: no letter is a wildcard, and case counts. The largest scalar ends it.
    mutating func putRange(ofPrefix prefix: String) throws {
        try put(prefix)
        try put(prefix + "\u{10FFFF}\u{10FFFF}")
    }

    /// Two parameters: the high and the low half.
    mutating func put(_ hash: ContentHash) throws {
        try put(Int64(bitPattern: hash.high))
        try put(Int64(bitPattern: hash.low))
    }
}

extension Query.Row {
    func instant(_ column: Int32) -> Instant {
        Instant(seconds: int(column))
    }

    func optionalInstant(_ column: Int32) -> Instant? {
        optionalInt(column).map(Instant.init(seconds:))
    }

    /// From two columns: the high half and, behind it, the low one.
    func hash(_ column: Int32) -> ContentHash {
        ContentHash(high: UInt64(bitPattern: int(column)), low: UInt64(bitPattern: int(column + 1)))
    }

    /// A word of a fixed list; what this release does not know is damage.
    func word<Word: RawRepresentable>(_ column: Int32, _ type: Word.Type) throws -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: text(column)) else { throw Damage(what: "an unknown word") }
        return word
    }

    func optionalWord<Word: RawRepresentable>(_ column: Int32, _ type: Word.Type) throws -> Word?
    where Word.RawValue == String {
        isNull(column) ? nil : try word(column, type)
    }
}
