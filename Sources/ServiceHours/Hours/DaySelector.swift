/// On which days a rule applies. Selectors of different kinds must all match, items of one kind are alternatives.
struct DaySelector: Hashable, Sendable {
    struct Years: Hashable, Sendable {
        let first: Int
        let last: Int
        let step: Int

        func contains(_ year: Int) -> Bool {
            first <= year && year <= last && (step == 1 || (year - first) % step == 0)
        }
    }

    /// Weekdays, each with the ranks in its month that count.
    struct Weekdays: Hashable, Sendable {
        /// A bit for each weekday that counts whatever its rank; bit 0 = Monday.
        var always: UInt8 = 0
        /// Ranks as in `DayFacts.ordinalBits`, by weekday from Monday; empty when no rank was named.
        var ranks: [UInt16] = []

        var isEmpty: Bool { always == 0 && ranks.isEmpty }

        func contains(_ day: DayFacts) -> Bool {
            if always >> UInt8(day.weekday) & 1 != 0 { return true }
            return !ranks.isEmpty && ranks[day.weekday] & day.ordinalBits != 0
        }

        mutating func insert(_ bits: UInt16, of weekday: Int) {
            if ranks.isEmpty { ranks = Array(repeating: 0, count: 7) }
            ranks[weekday] |= bits
        }
    }

    var years: [Years] = []
    var dates: [DateSpan] = []
    /// A bit for each ISO week, 1 … 53; 0 when weeks do not matter.
    var weeks: UInt64 = 0
    var weekdays = Weekdays()
    /// Offsets in days from a holiday, for each `PH`.
    var holidays: [Int] = []
    /// Whether holiday and weekday must both match (`PH Mo-Fr`), not either (`PH,Mo-Fr`).
    var needsBoth = false

    /// The longest offset from a holiday or from Easter, in days.
    static let longestOffset = 366

    /// Whether the rule applies on every day.
    var isUnconditional: Bool {
        years.isEmpty && dates.isEmpty && weeks == 0 && holidays.isEmpty
            && (weekdays.isEmpty || weekdays.always == 0x7F)
    }

    func matches(_ day: DayFacts, _ window: HolidayWindow) -> Bool {
        matchesPeriod(day) && matchesDay(day, window)
    }

    /// The holiday that made the rule match the day, as its offset from the day; nil when it matches without one.
    func holidayOffset(_ day: DayFacts, _ window: HolidayWindow) -> Int? {
        guard !holidays.isEmpty, matchesPeriod(day), needsBoth || !weekdays.contains(day) else { return nil }
        return holidays.first { window.contains(day.number - $0) }
    }

    private func matchesPeriod(_ day: DayFacts) -> Bool {
        if !years.isEmpty, !years.contains(where: { $0.contains(day.year) }) { return false }
        if !dates.isEmpty, !dates.contains(where: { $0.contains(day) }) { return false }
        return weeks == 0 || weeks >> UInt64(CivilDate(dayNumber: day.number).isoWeek.week) & 1 != 0
    }

    private func matchesDay(_ day: DayFacts, _ window: HolidayWindow) -> Bool {
        if holidays.isEmpty { return weekdays.isEmpty || weekdays.contains(day) }
        if !needsBoth, weekdays.contains(day) { return true }
        guard holidays.contains(where: { window.contains(day.number - $0) }) else { return false }
        return !needsBoth || weekdays.contains(day)
    }
}
