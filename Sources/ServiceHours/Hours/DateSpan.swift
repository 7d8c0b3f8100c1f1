/// A day that comes every year: a month and day, or so many days from Easter Sunday.
enum AnnualDay: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    case easter(Int)

    /// Its day number in a year; a February 29 that the year lacks is taken as the 28th.
    func dayNumber(in year: Int) -> Int {
        switch self {
        case .fixed(let month, let day):
            let day = min(day, CivilDate.days(inMonth: month, of: year))
            return CivilDate.dayNumber(year: year, month: month, day: day)
        case .easter(let days):
            return CivilDate.easter(of: year).dayNumber + days
        }
    }
}

/// An item of a date selector.
enum DateSpan: Hashable, Sendable {
    /// Every year from one month and day to another, as `DayFacts.monthDay` orders them; may run over New Year.
    case yearly(from: Int, through: Int)
    /// Every year from one day to the next such other day, where Easter is one of them.
    case moving(from: AnnualDay, through: AnnualDay)
    /// Once, in day numbers.
    case once(ClosedRange<Int>)

    func contains(_ day: DayFacts) -> Bool {
        switch self {
        case .yearly(let from, let through):
            let monthDay = day.monthDay
            return from <= through
                ? from <= monthDay && monthDay <= through : from <= monthDay || monthDay <= through
        case .moving(let from, let through):
            // An offset of up to a year and a run of up to a year reach two years back and one ahead.
            return (day.year - 2...day.year + 1).contains { year in
                let start = from.dayNumber(in: year)
                guard start <= day.number else { return false }
                return day.number <= DateSpan.end(of: through, onOrAfter: start, near: year)
            }
        case .once(let span):
            return span.contains(day.number)
        }
    }

    /// The first such day on or after `start`, which lies in `year` or beside it.
    static func end(of day: AnnualDay, onOrAfter start: Int, near year: Int) -> Int {
        for candidate in year - 1...year + 1 {
            let number = day.dayNumber(in: candidate)
            if number >= start { return number }
        }
        return day.dayNumber(in: year + 2)
    }
}
