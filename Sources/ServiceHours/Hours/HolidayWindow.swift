/// Which days of a span are holidays, one flag a day.
struct HolidayWindow {
    private let first: Int
    private let flags: [Bool]
    private let elsewhere: Bool

    /// The holidays of a set around a span of days, wide enough for the longest offset a rule may have.
    init(_ holidays: HolidaySet, around span: ClosedRange<Int>) {
        let margin = DaySelector.longestOffset + 1
        let wide = (span.lowerBound - margin)...(span.upperBound + margin)
        var flags = Array(repeating: false, count: wide.count)
        for day in holidays.dayNumbers(in: wide) { flags[day - wide.lowerBound] = true }
        first = wide.lowerBound
        self.flags = flags
        elsewhere = false
    }

    /// Every day a holiday, or none.
    init(everyDay: Bool) {
        first = 0
        flags = []
        elsewhere = everyDay
    }

    func contains(_ day: Int) -> Bool {
        let index = day - first
        return flags.indices.contains(index) ? flags[index] : elsewhere
    }
}
