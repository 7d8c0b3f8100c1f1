/// One line of a region's law: which day of the year is a holiday, under which name, in which years.
struct HolidayRule: Hashable, Sendable {
    /// A day of the year that may move.
    enum Day: Hashable, Sendable {
        case fixed(month: Int, day: Int)
        /// Days after Easter Sunday, negative before.
        case easter(Int)
        /// The `nth` such weekday of a month; −1 is the last one.
        case nth(Int, Weekday, month: Int)
        /// The last such weekday before a date.
        case last(Weekday, beforeMonth: Int, day: Int)
    }

    /// By how many days a holiday at the weekend is observed elsewhere, in addition to its own date.
    struct Observance: Hashable, Sendable {
        let fromSaturday: Int
        let fromSunday: Int
    }

    let name: KnownHoliday
    let day: Day
    var since = Int.min
    var until = Int.max
    var except: [Int] = []
    var observance: Observance?

    /// Appends the holidays that the rule gives a year; an observed day may lie in the year before.
    func append(year: Int, to holidays: inout [Holiday]) {
        guard year >= since, year <= until, !except.contains(year), let date = date(in: year) else { return }
        holidays.append(Holiday(date: date, name: .known(name, isObserved: false)))
        guard let observance else { return }
        let shift =
            switch date.weekday {
            case .saturday: observance.fromSaturday
            case .sunday: observance.fromSunday
            default: 0
            }
        if shift != 0 { holidays.append(Holiday(date: date + shift, name: .known(name, isObserved: true))) }
    }

    private func date(in year: Int) -> CivilDate? {
        switch day {
        case .fixed(let month, let day):
            return CivilDate(year: year, month: month, day: day)
        case .easter(let days):
            return CivilDate.easter(of: year) + days
        case .nth(let ordinal, let weekday, let month):
            return CivilDate.nth(ordinal, weekday, month: month, of: year)
        case .last(let weekday, let month, let day):
            guard let eve = CivilDate(year: year, month: month, day: day).map({ $0 + -1 }) else { return nil }
            return eve + -((eve.weekday.rawValue - weekday.rawValue + 7) % 7)
        }
    }
}

extension CivilDate {
    /// The `ordinal`th such weekday of a month, counted from its end when negative; nil when the month has not so many.
    static func nth(_ ordinal: Int, _ weekday: Weekday, month: Int, of year: Int) -> CivilDate? {
        guard ordinal != 0, abs(ordinal) <= 5 else { return nil }
        let length = CivilDate.days(inMonth: month, of: year)
        guard let edge = CivilDate(year: year, month: month, day: ordinal > 0 ? 1 : length) else { return nil }
        let gap =
            ordinal > 0
            ? (weekday.rawValue - edge.weekday.rawValue + 7) % 7 + (ordinal - 1) * 7
            : -((edge.weekday.rawValue - weekday.rawValue + 7) % 7) + (ordinal + 1) * 7
        let date = edge + gap
        return date.month == month ? date : nil
    }
}
