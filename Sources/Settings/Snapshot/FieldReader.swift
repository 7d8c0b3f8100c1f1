/// Reads what a ``FieldWriter`` wrote; throws for anything else.
struct FieldReader {
    /// Something that no ``FieldWriter`` wrote.
    struct Damage: Error {}

    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() throws(Damage) -> Int { try number(upTo: UInt8(ascii: ",")) }

    mutating func hashHalf() throws(Damage) -> UInt64 { UInt64(UInt(bitPattern: try number())) }

    mutating func flag() throws(Damage) -> Bool {
        switch try number() {
        case 0: false
        case 1: true
        default: throw Damage()
        }
    }

    mutating func text() throws(Damage) -> String {
        let count = try number(upTo: UInt8(ascii: ":"))
        guard count >= 0, count <= bytes.count - position else { throw Damage() }

        let start = position
        position += count
        guard let text = String(validating: bytes[start..<position], as: UTF8.self) else { throw Damage() }
        return text
    }

    mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

    mutating func optionalNumber() throws(Damage) -> Int? { try flag() ? try number() : nil }

    mutating func word<Word: RawRepresentable>(_: Word.Type) throws(Damage) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try text()) else { throw Damage() }
        return word
    }

    mutating func items<Item>(_ each: (inout FieldReader) throws(Damage) -> Item) throws(Damage) -> [Item] {
        let count = try number()
        // Each item takes at least a byte: a damaged count reserves nothing.
        guard count >= 0, count <= bytes.count - position else { throw Damage() }

        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try each(&self)) }
        return items
    }

    private mutating func number(upTo end: UInt8) throws(Damage) -> Int {
        var isNegative = false
        var value = 0
        var digits = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == end, digits > 0 { return value }
            if byte == UInt8(ascii: "-"), digits == 0, !isNegative {
                isNegative = true
                continue
            }
            guard (0x30...0x39).contains(byte) else { throw Damage() }
            let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let digit = Int(byte - 0x30)
            let (next, overflow) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !tooLarge, !overflow else { throw Damage() }
            value = next
            digits += 1
        }
        throw Damage()
    }
}
