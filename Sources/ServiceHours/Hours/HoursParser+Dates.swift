/// One end of a date item as it was written.
private struct WrittenDate {
    var year: Int?
    /// The month alone, when `day` is nil.
    var month: Int?
    var day: Int?
    var easterOffset: Int?

    var isMonth: Bool { month != nil && day == nil }

    /// The first day it stands for.
    var first: AnnualDay {
        if let easterOffset { return .easter(easterOffset) }
        return .fixed(month: month ?? 1, day: day ?? 1)
    }

    /// The last day it stands for.
    var last: AnnualDay {
        if let easterOffset { return .easter(easterOffset) }
        return .fixed(month: month ?? 1, day: day ?? 31)
    }
}

extension HoursParser {
    /// `Dec 24-26,31`, `2026 Dec 24-2027 Jan 02`, `Jun-Aug`, `easter -2 days-easter +1 day`; false when no date stands here.
    mutating func dates(into selector: inout DaySelector) throws(OpeningHoursError) -> Bool {
        guard isDate(at: position) else { return false }
        var hasYear: Bool?
        repeat {
            let start = position
            let (item, last) = try dateItem()
            if let hasYear, hasYear != (item.from.year != nil) {
                throw fault(
                    .ambiguous, "only some dates of the list have a year", "give each date its year, or none", at: start
                )
            }
            hasYear = item.from.year != nil
            selector.dates.append(try span(item.from, item.through, at: start))
            try moreDays(after: last, into: &selector)
        } while try takeComma(between: "dates")
        return true
    }

    /// Whether a month, Easter, or a year with one of them behind it stands at `index`.
    func isDate(at index: Int) -> Bool {
        if isYear(at: index) {
            let next = afterBlanks(index + 4)
            return next > index + 4 && (month(at: next) != nil || word(at: next) == "easter")
        }
        return month(at: index) != nil || word(at: index) == "easter"
    }

    private func month(at index: Int) -> Int? {
        let word = word(at: index)
        return HoursParser.months.firstIndex(of: word).map { $0 + 1 }
    }

    /// An item, and the date whose month and year further days would share.
    private mutating func dateItem() throws(OpeningHoursError) -> (
        item: (from: WrittenDate, through: WrittenDate), last: WrittenDate
    ) {
        let start = position
        let from = try writtenDate()
        let dash = afterBlanks(position)
        guard scalar(at: dash) == "-" else { return ((from, from), from) }

        position = afterBlanks(dash + 1)
        if from.day != nil, isDayNumber(at: position) {
            var through = from
            through.day = try dayNumber(month: from.month ?? 1, year: from.year)
            guard through.day ?? 0 >= from.day ?? 0 else {
                throw fault(.range, "the days run backwards", "write the earlier day first", at: start)
            }
            return ((from, through), through)
        }
        let endPosition = position
        guard isDate(at: position) else { throw unexpected("a date should end the span") }
        var through = try writtenDate()
        guard from.isMonth == through.isMonth else {
            throw fault(
                .ambiguous, "one end of the span is a month, the other a day", "write a day on both ends", at: start)
        }
        if through.year != nil, from.year == nil {
            throw fault(
                .ambiguous, "the span has a year at its end and none at its start", "write the year at the start too",
                at: endPosition)
        }
        let written = through
        if through.year == nil, let year = from.year {
            let first = from.first.dayNumber(in: year)
            through.year = [year, year + 1].first { through.last.dayNumber(in: $0) >= first } ?? year + 2
        }
        return ((from, through), from.year == nil ? written : through)
    }

    private mutating func writtenDate() throws(OpeningHoursError) -> WrittenDate {
        var date = WrittenDate()
        if isYear(at: position) {
            date.year = try year()
            skipBlanks()
        }
        if word(at: position) == "easter" {
            position += 6
            date.easterOffset = try dayOffset() ?? 0
            return date
        }
        guard let month = month(at: position) else { throw unexpected("a month should stand here") }
        position += 3
        date.month = month
        let next = afterBlanks(position)
        if next > position, isDayNumber(at: next) {
            position = next
            date.day = try dayNumber(month: month, year: date.year)
        }
        return date
    }

    /// `,31` and `,24-26` behind a date with a day: further days of the same month.
    private mutating func moreDays(
        after date: WrittenDate, into selector: inout DaySelector
    ) throws(OpeningHoursError) {
        guard date.day != nil, let month = date.month else { return }
        while peek == ",", isDayNumber(at: position + 1) {
            position += 1
            let start = position
            var from = date
            from.day = try dayNumber(month: month, year: date.year)
            var through = from
            if peek == "-", isDayNumber(at: position + 1) {
                position += 1
                through.day = try dayNumber(month: month, year: date.year)
            }
            guard from.day ?? 0 <= through.day ?? 0 else {
                throw fault(.range, "the days run backwards", "write the earlier day first", at: start)
            }
            selector.dates.append(try span(from, through, at: start))
        }
    }

    /// One or two digits that no time begins with.
    private func isDayNumber(at index: Int) -> Bool {
        (1...2).contains(digits(at: index)) && !isTime(at: index)
    }

    private mutating func dayNumber(month: Int, year: Int?) throws(OpeningHoursError) -> Int {
        let count = digits(at: position)
        let day = number(at: position, digits: count)
        let length = CivilDate.days(inMonth: month, of: year ?? 2000)
        guard (1...length).contains(day) else {
            let month = HoursParser.months[month - 1]
            throw fault(
                .range, "\(month)\(year.map { " \($0)" } ?? "") has days 1 to \(length)", "correct the day or the month"
            )
        }
        position += count
        return day
    }

    private func span(_ from: WrittenDate, _ through: WrittenDate, at start: Int) throws(OpeningHoursError) -> DateSpan
    {
        if let firstYear = from.year, let lastYear = through.year {
            let first = from.first.dayNumber(in: firstYear)
            let last = through.last.dayNumber(in: lastYear)
            guard first <= last else {
                throw fault(.range, "the span ends before it begins", "write the earlier date first", at: start)
            }
            return .once(first...last)
        }
        if case .fixed(let month, let day) = from.first, case .fixed(let lastMonth, let lastDay) = through.last {
            return .yearly(from: month << 5 | day, through: lastMonth << 5 | lastDay)
        }
        return .moving(from: from.first, through: through.last)
    }
}
