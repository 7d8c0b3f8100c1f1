/// An instant as HTTP headers write it (RFC 9110, section 5.6.7).
///
/// All three historical forms are read, `UTC` is taken for `GMT` (some platforms write it), and names of weekdays are
/// not checked against the date.
package struct HTTPDate: Hashable, Sendable {
    package let secondsSince1970: Int64

    package init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Nil when `text` is none of `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`.
    package init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let words = text.utf8.split { [UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "-")].contains($0) }
            .map { String(Substring($0)) }
        let parts: (day: String, month: String, year: String, time: String)
        switch words.count {
        case 6 where ["GMT", "UTC"].contains(words[5]): parts = (words[1], words[2], words[3], words[4])
        case 5: parts = (words[2], words[1], words[4], words[3])
        default: return nil
        }
        guard let day = HTTPDate.number(parts.day, digits: 1...2), (1...31).contains(day),
            let month = HTTPDate.months.firstIndex(of: parts.month).map({ Int64($0) + 1 }),
            let year = HTTPDate.year(parts.year), let seconds = HTTPDate.secondsOfDay(parts.time)
        else { return nil }
        secondsSince1970 = HTTPDate.daysSince1970(year: year, month: month, day: day) * 86_400 + seconds
    }

    /// The preferred form, for instants between the years 0 and 9999; nil outside.
    package var text: String? {
        guard (-62_167_219_200...253_402_300_799).contains(secondsSince1970) else { return nil }
        let days = (secondsSince1970 - HTTPDate.remainder(secondsSince1970, 86_400)) / 86_400
        let second = HTTPDate.remainder(secondsSince1970, 86_400)
        let (year, month, day) = HTTPDate.civil(daysSince1970: days)
        let weekday = HTTPDate.weekdays[Int(HTTPDate.remainder(days + 4, 7))]
        let time = [second / 3600, second / 60 % 60, second % 60].map { HTTPDate.padded($0, 2) }.joined(separator: ":")
        let monthName = HTTPDate.months[Int(month) - 1]
        return "\(weekday), \(HTTPDate.padded(day, 2)) \(monthName) \(HTTPDate.padded(year, 4)) \(time) GMT"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int64? {
        guard digits.contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int64(text)
    }

    /// Two digits mean 1970 to 2069.
    private static func year(_ text: String) -> Int64? {
        if let short = number(text, digits: 2...2) { return short < 70 ? 2000 + short : 1900 + short }
        return number(text, digits: 4...4)
    }

    private static func secondsOfDay(_ text: String) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = number(parts[0], digits: 2...2), hour < 24,
            let minute = number(parts[1], digits: 2...2), minute < 60,
            let second = number(parts[2], digits: 2...2), second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    // Days are counted in years that begin in March, so that the leap day is a year's last.
    private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = (year - remainder(year, 400)) / 400
        let yearOfEra = remainder(year, 400)
        let dayOfYear = (153 * remainder(month + 9, 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(daysSince1970: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let days = daysSince1970 + 719_468
        let dayOfEra = remainder(days, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + (days - dayOfEra) / 146_097 * 400
        return (month <= 2 ? year + 1 : year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func remainder(_ value: Int64, _ modulus: Int64) -> Int64 {
        let rest = value % modulus
        return rest < 0 ? rest + modulus : rest
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
