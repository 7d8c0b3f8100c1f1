/// Reads the TZif format of RFC 9636, versions 1 to 4, out of bytes that nobody vouches for.
struct TZifReader {
    let name: String
    let bytes: [UInt8]
    private var position = 0

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    private struct Header {
        let version: UInt8
        let isUTCCount, isStandardCount, leapCount, timeCount, typeCount, characterCount: Int
    }

    private struct DataBlock {
        let types: [ZoneOffset]
        let changes: [Int64]
        let kinds: [Int]
    }

    /// The widest offset taken: RFC 9636 advises −25 h … +26 h, exclusive.
    private static let offsetRange: ClosedRange<Int64> = (-25 * 3600)...(26 * 3600)

    /// The zone that the bytes describe.
    mutating func read() throws(ZoneError) -> ZoneRules {
        var header = try readHeader()
        var block: DataBlock
        var rule: PosixRule?
        if header.version == 0 {
            block = try readBlock(header, timeSize: 4)
        } else {
            try skipBlock(header, timeSize: 4)
            header = try readHeader()
            block = try readBlock(header, timeSize: 8)
            rule = try readFooter()
        }

        guard let rule else {
            return ZoneRules(
                name: name, initial: block.types[0], changes: block.changes,
                offsets: block.kinds.map { block.types[$0] })
        }
        var changes = block.changes
        var offsets = block.kinds.map { block.types[$0] }
        let initial = changes.isEmpty ? rule.offset(before: Instant.domainStart.seconds) : block.types[0]
        for (instant, offset) in rule.changes(through: Instant.domainEnd.seconds) {
            if let last = changes.last, last >= instant { continue }
            if offset == offsets.last ?? initial { continue }
            changes.append(instant)
            offsets.append(offset)
        }
        return ZoneRules(name: name, initial: initial, changes: changes, offsets: offsets)
    }

    private mutating func readHeader() throws(ZoneError) -> Header {
        let start = position
        guard bytes.count - position >= 44 else {
            throw position == 0
                ? fault(.notZoneFile, "it is shorter than a header") : fault(.truncated, "the second header is cut off")
        }
        guard bytes[position..<position + 4].elementsEqual([0x54, 0x5A, 0x69, 0x66]) else {
            throw fault(.notZoneFile, "it does not begin with TZif")
        }
        let version = bytes[position + 4]
        guard version == 0 || version >= 0x32 else { throw fault(.malformed, "its version is unknown") }
        position += 20
        let counts = (0..<6).map { _ in readCount() }
        let header = Header(
            version: version, isUTCCount: counts[0], isStandardCount: counts[1], leapCount: counts[2],
            timeCount: counts[3], typeCount: counts[4], characterCount: counts[5])
        guard header.typeCount >= 1, header.typeCount <= 256, header.characterCount >= 1,
            header.isUTCCount == 0 || header.isUTCCount == header.typeCount,
            header.isStandardCount == 0 || header.isStandardCount == header.typeCount
        else {
            position = start
            throw fault(.malformed, "its counts contradict each other")
        }
        return header
    }

    /// The caller has made sure that four bytes are there.
    private mutating func readCount() -> Int {
        defer { position += 4 }
        return bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    private func size(of header: Header, timeSize: Int) -> Int {
        header.timeCount * (timeSize + 1) + header.typeCount * 6 + header.characterCount
            + header.leapCount * (timeSize + 4) + header.isStandardCount + header.isUTCCount
    }

    private mutating func skipBlock(_ header: Header, timeSize: Int) throws(ZoneError) {
        let size = size(of: header, timeSize: timeSize)
        guard bytes.count - position >= size else { throw fault(.truncated, "its first block is cut off") }
        position += size
    }

    private mutating func readBlock(_ header: Header, timeSize: Int) throws(ZoneError) -> DataBlock {
        let size = size(of: header, timeSize: timeSize)
        guard bytes.count - position >= size else { throw fault(.truncated, "its block of changes is cut off") }
        guard header.leapCount == 0 else { throw fault(.leapSeconds, "it counts leap seconds") }
        let end = position + size

        var changes: [Int64] = []
        changes.reserveCapacity(header.timeCount)
        for _ in 0..<header.timeCount {
            let seconds = readSigned(timeSize)
            if let last = changes.last, last >= seconds { throw fault(.malformed, "its changes are out of order") }
            changes.append(seconds)
        }
        let kinds = bytes[position..<position + header.timeCount].map(Int.init)
        if kinds.contains(where: { $0 >= header.typeCount }) {
            throw fault(.malformed, "a change names no known offset")
        }
        position += header.timeCount

        let names = position + header.typeCount * 6
        var types: [ZoneOffset] = []
        for _ in 0..<header.typeCount {
            let seconds = readSigned(4)
            let daylight = bytes[position]
            let index = Int(bytes[position + 1])
            guard Self.offsetRange.contains(seconds), daylight <= 1, index < header.characterCount else {
                throw fault(.malformed, "an offset is out of range")
            }
            position += 2
            types.append(
                ZoneOffset(
                    seconds: seconds, isDaylight: daylight == 1,
                    abbreviation: try abbreviation(at: names + index, before: names + header.characterCount)))
        }
        position = end
        return DataBlock(types: types, changes: changes, kinds: kinds)
    }

    private func abbreviation(at start: Int, before end: Int) throws(ZoneError) -> String {
        guard let zero = bytes[start..<end].firstIndex(of: 0),
            bytes[start..<zero].allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw fault(.malformed, "an abbreviation is not a name") }
        return String(decoding: bytes[start..<zero], as: UTF8.self)
    }

    /// The caller has made sure that `size` bytes are there.
    private mutating func readSigned(_ size: Int) -> Int64 {
        defer { position += size }
        let first = bytes[position] >= 0x80 ? Int64(-1) : 0
        return bytes[position..<position + size].reduce(first) { $0 << 8 | Int64($1) }
    }

    /// The rule between two newlines behind the second block; nil when it is empty.
    private mutating func readFooter() throws(ZoneError) -> PosixRule? {
        guard position < bytes.count, bytes[position] == 0x0A else { throw fault(.footer, "its footer is missing") }
        let start = position + 1
        guard let end = bytes[start...].firstIndex(of: 0x0A) else { throw fault(.footer, "its footer is cut off") }
        if end == start { return nil }
        position = start
        guard let rule = PosixRule(bytes[start..<end]) else { throw fault(.footer, "its footer is no POSIX rule") }
        return rule
    }

    private func fault(_ code: ZoneError.Code, _ message: String) -> ZoneError {
        ZoneError(code: code, zone: name, position: position, message: message)
    }
}
