/// The rules of repetition that holidays need: yearly, on the same date or on an nth weekday (RFC 5545, section 3.3.10).
struct YearlyRule: Sendable {
    private var interval = 1
    private var count = Int.max
    private var until = Int.max
    private var month: Int?
    private var monthDay: Int?
    private var weekday: (ordinal: Int, weekday: Weekday)?

    /// Reads the value of an `RRULE`; nil when it repeats in a way that is not understood here.
    init?(_ value: ArraySlice<UInt8>) {
        var isYearly = false
        for part in value.split(separator: 0x3B) {
            guard let equals = part.firstIndex(of: 0x3D) else { return nil }
            let key = String(decoding: part[..<equals], as: UTF8.self).uppercased()
            let argument = part[(equals + 1)...]
            let number = Int(String(decoding: argument, as: UTF8.self))
            switch key {
            case "FREQ":
                isYearly = String(decoding: argument, as: UTF8.self).uppercased() == "YEARLY"
            case "INTERVAL":
                guard let number, number >= 1 else { return nil }
                interval = min(number, 10_000)
            case "COUNT":
                guard let number, number >= 1 else { return nil }
                count = number
            case "UNTIL":
                guard let date = CivilDate(basic: argument.prefix(8)) else { return nil }
                until = date.dayNumber
            case "BYMONTH":
                guard let number, (1...12).contains(number) else { return nil }
                month = number
            case "BYMONTHDAY":
                guard let number, (1...31).contains(number) else { return nil }
                monthDay = number
            case "BYDAY":
                guard let parsed = Self.ordinalWeekday(argument) else { return nil }
                weekday = parsed
            case "WKST":
                continue
            default:
                return nil
            }
        }
        guard isYearly, weekday == nil || (month != nil && monthDay == nil) else { return nil }
    }

    /// The first days of the occurrences that begin on `start` and lie before the end of the domain.
    ///
    /// A February 29 occurs in leap years only; the years without it do not use up the count.
    func occurrences(from start: CivilDate) -> [CivilDate] {
        let lastYear = CivilDate(dayNumber: Int(Instant.domainEnd.seconds / 86_400)).year
        var found: [CivilDate] = []
        var left = count
        var year = start.year
        while year <= lastYear, left > 0 {
            if let date = date(in: year, like: start), date >= start {
                if date.dayNumber > until { break }
                found.append(date)
                left -= 1
            }
            year += interval
        }
        return found
    }

    private func date(in year: Int, like start: CivilDate) -> CivilDate? {
        if let weekday, let month { return CivilDate.nth(weekday.ordinal, weekday.weekday, month: month, of: year) }
        return CivilDate(year: year, month: month ?? start.month, day: monthDay ?? start.day)
    }

    /// `3MO`, `-1MO`.
    private static func ordinalWeekday(_ bytes: ArraySlice<UInt8>) -> (ordinal: Int, weekday: Weekday)? {
        let letters = String(decoding: bytes.suffix(2), as: UTF8.self).uppercased()
        guard let weekday = Weekday.allCases.first(where: { $0.code.uppercased() == letters }),
            let ordinal = Int(String(decoding: bytes.dropLast(2), as: UTF8.self)), ordinal != 0, abs(ordinal) <= 5
        else { return nil }
        return (ordinal, weekday)
    }
}
