/// The rule for all time to come at the end of a TZif file: POSIX `TZ` text with the extensions of RFC 9636, section 3.3.1.
///
/// `CET-1CEST,M3.5.0,M10.5.0/3`: offsets are written west-positive, hours of a change may run from −167 to 167.
struct PosixRule: Hashable, Sendable {
    /// A day of the year in one of the three POSIX forms.
    enum Day: Hashable, Sendable {
        /// `J1` … `J365`: February 29 is never counted.
        case julian(Int)
        /// `0` … `365`: February 29 is counted.
        case zeroBased(Int)
        /// `Mm.w.d`: weekday `d` (0 = Sunday) of week `w` (5 = the last) of month `m`.
        case weekday(month: Int, week: Int, weekday: Int)
    }

    struct Change: Hashable, Sendable {
        let day: Day
        /// Seconds from the local midnight that begins the day.
        let time: Int64
    }

    struct Daylight: Hashable, Sendable {
        let offset: ZoneOffset
        let start: Change
        let end: Change
    }

    let standard: ZoneOffset
    /// Nil where the clocks are never changed.
    let daylight: Daylight?

    /// Reads the text; nil when it is no such rule.
    init?(_ bytes: ArraySlice<UInt8>) {
        var scanner = PosixRuleScanner(rest: bytes)
        guard let name = scanner.name(), let west = scanner.hours(limit: 24) else { return nil }
        standard = ZoneOffset(seconds: -west, isDaylight: false, abbreviation: name)
        guard !scanner.isAtEnd else {
            daylight = nil
            return
        }

        guard let name = scanner.name() else { return nil }
        var seconds = standard.seconds + 3600
        if scanner.peek != 0x2C {
            guard let west = scanner.hours(limit: 24) else { return nil }
            seconds = -west
        }
        guard let start = scanner.change(), let end = scanner.change(), scanner.isAtEnd else { return nil }
        daylight = Daylight(
            offset: ZoneOffset(seconds: seconds, isDaylight: true, abbreviation: name), start: start, end: end)
    }

    /// The changes it makes from 1969 until `end`, ascending.
    ///
    /// Where summer time ends in the instant in which it begins anew (all-year summer time), the beginning wins.
    func changes(through end: Int64) -> [(instant: Int64, offset: ZoneOffset)] {
        guard let daylight else { return [(Self.unrollStart, standard)] }
        var changes: [(instant: Int64, isStart: Bool)] = []
        for year in 1968...CivilDate(dayNumber: Int(end / 86_400)).year {
            changes.append((daylight.start.seconds(in: year) - standard.seconds, true))
            changes.append((daylight.end.seconds(in: year) - daylight.offset.seconds, false))
        }
        changes.sort { ($0.instant, $0.isStart ? 1 : 0) < ($1.instant, $1.isStart ? 1 : 0) }

        var kept: [(instant: Int64, offset: ZoneOffset)] = []
        for change in changes where change.instant <= end {
            if kept.last?.instant == change.instant { kept.removeLast() }
            kept.append((change.instant, change.isStart ? daylight.offset : standard))
        }
        return kept
    }

    /// The offset that holds just before the unrolled changes reach `instant`.
    func offset(before instant: Int64) -> ZoneOffset {
        changes(through: instant).last?.offset ?? standard
    }

    /// Before any instant of the domain, for a file that has a rule but lists no change.
    private static let unrollStart: Int64 = -63_158_400
}

extension PosixRule.Change {
    /// Local seconds since 1970-01-01T00:00:00 on the clock that is in force before the change.
    func seconds(in year: Int) -> Int64 {
        Int64(dayNumber(in: year)) * 86_400 + time
    }

    private func dayNumber(in year: Int) -> Int {
        let newYear = CivilDate.dayNumber(year: year, month: 1, day: 1)
        switch day {
        case .julian(let number):
            return newYear + number - 1 + (CivilDate.isLeap(year) && number >= 60 ? 1 : 0)
        case .zeroBased(let number):
            return newYear + number
        case .weekday(let month, let week, let weekday):
            let first = CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: 1))
            let untilFirst = (weekday + 7 - first.weekday.rawValue % 7) % 7
            var day = untilFirst + (week - 1) * 7
            while day >= CivilDate.days(inMonth: month, of: year) { day -= 7 }
            return first.dayNumber + day
        }
    }
}
