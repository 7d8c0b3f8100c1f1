/// The rules of one time zone as a value: which offset from UTC holds at which instant.
///
/// Comes from the bytes of a TZif file (RFC 9636) that the shell hands in, so that the host's zone data decide. The file's rule for
/// the future is unrolled to the end of the service time domain; after that the last offset stays.
package struct ZoneRules: Sendable {
    /// The name it was asked for by, `Europe/Berlin`.
    package let name: String

    /// The offset before the first change.
    let initial: ZoneOffset
    /// The instants of change in POSIX seconds, ascending.
    let changes: [Int64]
    /// The offset from `changes[i]` on.
    let offsets: [ZoneOffset]

    init(name: String, initial: ZoneOffset, changes: [Int64], offsets: [ZoneOffset]) {
        self.name = name
        self.initial = initial
        self.changes = changes
        self.offsets = offsets
    }

    /// Coordinated universal time.
    package static let utc = ZoneRules(
        name: "UTC", initial: ZoneOffset(seconds: 0, isDaylight: false, abbreviation: "UTC"), changes: [], offsets: [])

    /// Reads the zone from the bytes of its TZif file, version 1 to 4.
    ///
    /// Throws for anything that is not such a file; no bytes can trap.
    package init(name: String, tzif bytes: [UInt8]) throws(ZoneError) {
        var reader = TZifReader(name: name, bytes: bytes)
        self = try reader.read()
    }

    /// The offset in force at an instant.
    package func offset(at instant: Instant) -> ZoneOffset {
        offset(ofSpan: span(at: instant.seconds))
    }

    /// The changes of offset in `from <= t < to`, in order.
    ///
    /// A change that leaves the clocks alone and only renames the zone time is among them, with a jump of 0.
    package func transitions(from: Instant, to: Instant) -> [ZoneTransition] {
        var found: [ZoneTransition] = []
        var next = span(at: from.seconds)
        if next > 0, changes[next - 1] == from.seconds { next -= 1 }
        while next < changes.count, changes[next] < to.seconds {
            found.append(
                ZoneTransition(
                    at: Instant(seconds: changes[next]), before: offset(ofSpan: next), after: offsets[next]))
            next += 1
        }
        return found
    }

    /// The number of changes at or before `seconds`: the index of the span of constant offset that holds them.
    func span(at seconds: Int64) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The offset of a span as `span(at:)` counts them.
    func offset(ofSpan index: Int) -> ZoneOffset {
        index == 0 ? initial : offsets[index - 1]
    }
}

extension ZoneRules: Hashable {
    package static func == (left: ZoneRules, right: ZoneRules) -> Bool {
        left.name == right.name && left.initial == right.initial && left.changes == right.changes
            && left.offsets == right.offsets
    }

    /// The name alone: two rules of one name meet only when the zone data were changed under a running process.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
