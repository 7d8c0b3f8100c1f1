/// Spans of time as people write them: a whole number and a unit, `90s`, `30m`, `1h`, `2d`. A day is 24 hours.
enum SpanText {
    enum Unit: String {
        case milliseconds = "ms"
        case seconds = "s"
        case minutes = "m"
        case hours = "h"
        case days = "d"

        var inMilliseconds: Int64 {
            switch self {
            case .milliseconds: 1
            case .seconds: 1_000
            case .minutes: 60_000
            case .hours: 3_600_000
            case .days: 86_400_000
            }
        }
    }

    enum Fault: Error {
        case noNumber, noUnit, unknownUnit, tooLong

        var what: String {
            switch self {
            case .noNumber: "is no span of time"
            case .noUnit: "has no unit"
            case .unknownUnit: "has a unit that is not known here"
            case .tooLong: "is too long"
            }
        }
    }

    static func milliseconds(_ text: String, units: [Unit]) -> Result<Int64, Fault> {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return .failure(.noNumber) }
        guard digits.count < text.utf8.count else { return .failure(.noUnit) }

        let word = String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self)
        guard let unit = Unit(rawValue: word), units.contains(unit) else { return .failure(.unknownUnit) }
        guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { return .failure(.tooLong) }

        let (span, overflow) = number.multipliedReportingOverflow(by: unit.inMilliseconds)
        return overflow ? .failure(.tooLong) : .success(span)
    }

    /// The span in the largest unit that keeps it whole.
    static func text(_ milliseconds: Int64) -> String {
        for unit in [Unit.days, .hours, .minutes, .seconds]
        where milliseconds != 0 && milliseconds.isMultiple(of: unit.inMilliseconds) {
            return "\(milliseconds / unit.inMilliseconds)\(unit.rawValue)"
        }
        return "\(milliseconds)\(Unit.milliseconds.rawValue)"
    }
}
