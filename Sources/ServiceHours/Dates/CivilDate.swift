/// A date of the proleptic Gregorian calendar, without time or zone.
///
/// Kept as a day number, so that differences and comparisons are integer arithmetic. The conversions count in eras of 400 years
/// that begin on a first of March, which puts the leap day at the end of its year.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let dayNumber: Int

    /// The date `dayNumber` days after 1970-01-01; day numbers beyond a trillion are taken as a trillion.
    package init(dayNumber: Int) {
        self.dayNumber = min(max(dayNumber, -1_000_000_000_000), 1_000_000_000_000)
    }

    /// The date with these numbers; nil when there is none (`2025-02-29`) or the year lies outside -99,999 … 99,999.
    package init?(year: Int, month: Int, day: Int) {
        guard (-99_999...99_999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
    }

    package var year: Int { fields.year }
    /// 1 … 12.
    package var month: Int { fields.month }
    /// 1 … 31.
    package var day: Int { fields.day }

    /// Year, month and day in one reckoning.
    package var fields: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    package var weekday: Weekday {
        let fromMonday = (dayNumber % 7 + 10) % 7  // 1970-01-01 was a Thursday
        return Weekday(rawValue: fromMonday + 1) ?? .monday
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }

    /// The date `days` later; earlier when negative.
    package static func + (date: CivilDate, days: Int) -> CivilDate {
        CivilDate(dayNumber: date.dayNumber + min(max(days, -1_000_000_000_000), 1_000_000_000_000))
    }

    /// The days from `right` to `left`.
    package static func - (left: CivilDate, right: CivilDate) -> Int {
        left.dayNumber - right.dayNumber
    }

    /// Whether February has 29 days.
    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The number of days of a month, 1 … 12, of a year; 31 for any other month number.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    /// The day number of a date that is known to exist.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
