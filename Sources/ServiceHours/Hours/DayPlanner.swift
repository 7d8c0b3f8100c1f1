/// Plans local dates one after another, remembering the plans of days on which the same rules match.
struct DayPlanner {
    private let selectors: [DaySelector]
    private let window: HolidayWindow
    private var painter: DayPainter
    private var plans: [DayPlan] = []
    private var known: [Key: Int] = [:]
    private var last: (key: Key, plan: Int)?
    private var lastWord: (day: Int, bits: UInt64)?
    private var lastMatches: (day: Int, matches: Matches)?

    private struct Key: Hashable {
        let today: UInt64
        let yesterday: UInt64
    }

    /// A bit for each rule that matches a day.
    private typealias Matches = [UInt64]

    /// Plans days within `days`.
    init(_ hours: OpeningHours, holidays: HolidaySet, days: ClosedRange<Int>) {
        selectors = hours.rules.map(\.selector)
        window =
            hours.usesHolidays ? HolidayWindow(holidays, around: days) : HolidayWindow(everyDay: false)
        painter = DayPainter(rules: hours.rules)
    }

    /// The plan of a local date.
    mutating func plan(of day: Int) -> DayPlan {
        if selectors.count <= 64 { return plans[knownPlan(of: day)] }
        let (today, yesterday) = matches(around: day)
        return painter.plan(isMatched: { today.hasBit($0) }, wasMatched: { yesterday.hasBit($0) })
    }

    /// The holiday that makes a rule match a day; nil when it matches without one.
    func holiday(of rule: Int, on day: Int) -> CivilDate? {
        let offset = selectors[rule].holidayOffset(DayFacts(day), window)
        return offset.map { CivilDate(dayNumber: day - $0) }
    }

    private mutating func knownPlan(of day: Int) -> Int {
        let yesterday =
            if let lastWord, lastWord.day == day - 1 { lastWord.bits } else { word(of: day - 1) }
        let today = word(of: day)
        lastWord = (day, today)
        let key = Key(today: today, yesterday: yesterday)
        if let last, last.key == key { return last.plan }
        let index = known[key] ?? makePlan(key)
        last = (key, index)
        return index
    }

    private mutating func makePlan(_ key: Key) -> Int {
        plans.append(
            painter.plan(isMatched: { key.today >> $0 & 1 != 0 }, wasMatched: { key.yesterday >> $0 & 1 != 0 }))
        known[key] = plans.count - 1
        return plans.count - 1
    }

    private func word(of day: Int) -> UInt64 {
        let facts = DayFacts(day)
        var bits: UInt64 = 0
        for index in selectors.indices where selectors[index].matches(facts, window) {
            bits |= 1 << UInt64(index)
        }
        return bits
    }

    private mutating func matches(around day: Int) -> (today: Matches, yesterday: Matches) {
        let yesterday =
            if let lastMatches, lastMatches.day == day - 1 { lastMatches.matches } else { words(of: day - 1) }
        let today = words(of: day)
        lastMatches = (day, today)
        return (today, yesterday)
    }

    private func words(of day: Int) -> Matches {
        let facts = DayFacts(day)
        var bits = Array(repeating: UInt64(0), count: (selectors.count + 63) / 64)
        for index in selectors.indices where selectors[index].matches(facts, window) {
            bits[index / 64] |= 1 << UInt64(index % 64)
        }
        return bits
    }
}

extension [UInt64] {
    fileprivate func hasBit(_ index: Int) -> Bool {
        self[index / 64] >> UInt64(index % 64) & 1 != 0
    }
}
