extension OpeningHours {
    /// The traps that the rules contain, in the order of the rules that spring them.
    ///
    /// Found by trying each pair of rules on the days of some years, with every day taken as a holiday where that springs a trap.
    package var warnings: [OpeningHoursWarning] {
        let runningOver = rules.indices.filter { rules[$0].state == .open && rules[$0].runsOver }
        guard !runningOver.isEmpty else { return [] }

        var search = TrapSearch(rules: rules)
        var warnings: [OpeningHoursWarning] = []
        for later in rules.indices {
            let earlier = runningOver.prefix { $0 < later }
            if rules[later].replacesDay, earlier.contains(where: { search.losesNight(of: rules[$0], to: rules[later]) })
            {
                warnings.append(
                    OpeningHoursWarning(
                        code: .nightLost, position: rules[later].position,
                        message: "this rule replaces the whole day, also what runs over from the night before",
                        advice: "put a comma and a blank before the rule instead of the semicolon"))
            }
            if rules[later].state == .off,
                earlier.contains(where: { search.leavesMorning(of: rules[$0], after: rules[later]) })
            {
                warnings.append(
                    OpeningHoursWarning(
                        code: .morningLeft, position: rules[later].position,
                        message: "this rule closes a day, but what runs over from it into the next morning stays open",
                        advice: "close the night too, with times such as PH 00:00-30:00 off"))
            }
        }
        return warnings
    }
}

/// Looks for a day on which one rule of a pair does what its author hardly meant.
private struct TrapSearch {
    private let days: [DayFacts]
    private let always = HolidayWindow(everyDay: true)
    private let never = HolidayWindow(everyDay: false)

    /// How many more pairs are tried: a bound for texts of a thousand rules, which no person wrote.
    private var pairsLeft = 100

    /// All weekdays on all dates occur in these years, but for some of February 29.
    private static let sampleYears = 2024...2031

    init(rules: [HoursRule]) {
        var years = Set(Self.sampleYears)
        for rule in rules.prefix(64) {
            for span in rule.selector.years.prefix(8) { years.formUnion([span.first, min(span.last, span.first + 1)]) }
            for case .once(let span) in rule.selector.dates.prefix(8) {
                years.insert(CivilDate(dayNumber: span.lowerBound).year)
            }
        }
        days = years.sorted().prefix(32).flatMap { year in
            let first = CivilDate.dayNumber(year: year, month: 1, day: 1)
            return (first..<first + (CivilDate.isLeap(year) ? 366 : 365)).map(DayFacts.init)
        }
    }

    /// Whether a morning that `earlier` leaves open is closed because `later` replaces its day.
    mutating func losesNight(of earlier: HoursRule, to later: HoursRule) -> Bool {
        takePair()
            && zip(days, days.dropFirst()).contains { eve, day in
                guard later.selector.matches(day, always), earlier.selector.matches(eve, always) else { return false }
                var spoken = later.times
                if later.selector.matches(eve, never) { spoken += later.mornings }
                return !earlier.mornings.allSatisfy { $0.isCovered(by: spoken) }
            }
    }

    /// Whether `later` closes an evening of `earlier` and not the morning that follows.
    mutating func leavesMorning(of earlier: HoursRule, after later: HoursRule) -> Bool {
        takePair()
            && zip(days, days.dropFirst()).contains { day, next in
                guard later.selector.matches(day, always), earlier.selector.matches(day, always) else { return false }
                let nights = earlier.times.filter { night in
                    night.upperBound > HoursRule.dayLength
                        && (night.lowerBound..<HoursRule.dayLength).isCovered(by: later.times)
                }
                let closed = later.mornings + (later.selector.matches(next, never) ? later.times : [])
                return nights.contains { !($0.morning.map { $0.isCovered(by: closed) } ?? true) }
            }
    }

    private mutating func takePair() -> Bool {
        pairsLeft -= 1
        return pairsLeft >= 0
    }
}

extension HoursRule {
    /// What runs over, in minutes of the next day.
    fileprivate var mornings: [Range<Int>] { times.compactMap(\.morning) }
}

extension Range<Int> {
    fileprivate var morning: Range<Int>? {
        upperBound > HoursRule.dayLength ? 0..<upperBound - HoursRule.dayLength : nil
    }

    /// Whether the ranges together hold every minute of this one.
    fileprivate func isCovered(by ranges: [Range<Int>]) -> Bool {
        var reached = lowerBound
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound <= reached {
            reached = Swift.max(reached, range.upperBound)
        }
        return reached >= upperBound
    }
}
