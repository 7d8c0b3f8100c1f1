/// What selectors ask about a local date, reckoned once.
struct DayFacts {
    let number: Int
    let year: Int
    let month: Int
    let day: Int
    /// 0 = Monday … 6 = Sunday.
    let weekday: Int

    init(_ number: Int) {
        self.number = number
        (year, month, day) = CivilDate(dayNumber: number).fields
        weekday = (number % 7 + 10) % 7
    }

    /// Month and day as one number that orders like they do.
    var monthDay: Int { month << 5 | day }

    /// One bit for the day's rank in its month (bits 1 … 5) and one for its rank from the end (bits 9 … 13).
    var ordinalBits: UInt16 {
        let fromEnd = (CivilDate.days(inMonth: month, of: year) - day) / 7 + 1
        return 1 << UInt16((day - 1) / 7 + 1) | 1 << UInt16(8 + fromEnd)
    }
}
