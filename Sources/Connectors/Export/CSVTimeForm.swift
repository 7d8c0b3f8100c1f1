package import ServiceHours

/// How a CSV column tells the time of a post.
package enum CSVTimeForm: Hashable, Sendable {
    /// `2026-03-02T09:30:00+01:00`, any offset, any fraction.
    case rfc3339
    /// Seconds since 1970, with or without a fraction.
    case epoch
    /// Milliseconds since 1970.
    case epochMilliseconds
    /// As the pattern says; times without an offset are local to the zone.
    case pattern(TimePattern, zone: ZoneRules)

    /// The time in a field; nil when it has another form.
    func time(in bytes: ArraySlice<UInt8>) -> PlatformTime? {
        switch self {
        case .rfc3339: PlatformTime(rfc3339: bytes.span)
        case .epoch: PlatformTime(epoch: bytes.span, unitsPerSecond: 1)
        case .epochMilliseconds: PlatformTime(epoch: bytes.span, unitsPerSecond: 1000)
        case .pattern(let pattern, let zone): pattern.time(in: bytes.span, zone: zone)
        }
    }

    /// What a field should have looked like, for a message.
    var expected: String {
        switch self {
        case .rfc3339: "RFC 3339, like 2026-03-02T09:30:00+01:00"
        case .epoch: "seconds since 1970"
        case .epochMilliseconds: "milliseconds since 1970"
        case .pattern(let pattern, _): pattern.pattern
        }
    }
}
