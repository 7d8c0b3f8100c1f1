extension HoursParser {
    /// Weekdays and holidays: `Mo-Fr,PH`, `PH Mo-Fr`, `Mo[1],Fr[-1]`.
    mutating func days(into selector: inout DaySelector) throws(OpeningHoursError) {
        let start = position
        guard isDay(at: position) || word(at: position) == "SH" else { return }
        repeat { try day(into: &selector, allowsHolidays: true) } while try takeComma(between: "days")
        let next = afterBlanks(position)
        if selector.weekdays.isEmpty, next > position, isWeekday(at: next) {
            position = next
            selector.needsBoth = true
            repeat { try day(into: &selector, allowsHolidays: false) } while try takeComma(between: "days")
        }
        try requireGap(since: start, "times or a word such as off")
    }

    func isDay(at index: Int) -> Bool {
        isWeekday(at: index) || word(at: index) == "PH"
    }

    private func isWeekday(at index: Int) -> Bool {
        weekday(at: index) != nil
    }

    /// 0 = Monday … 6 = Sunday; nil when no weekday stands at `index`.
    private func weekday(at index: Int) -> Int? {
        let word = word(at: index)
        return Weekday.allCases.first { $0.code == word }.map { $0.rawValue - 1 }
    }

    private mutating func day(into selector: inout DaySelector, allowsHolidays: Bool) throws(OpeningHoursError) {
        if let fault = unsupported(at: position) { throw fault }
        if word(at: position) == "PH", allowsHolidays {
            position += 2
            selector.holidays.append(try dayOffset() ?? 0)
            return
        }
        guard let first = weekday(at: position) else { throw unexpected("a weekday should stand here") }
        position += 2
        if take("-") {
            guard let last = weekday(at: position) else { throw unexpected("a weekday should end the span") }
            position += 2
            if peek == "[" { throw fault(.syntax, "a rank belongs to one weekday", "write it as Mo[1],Tu[1]") }
            var weekday = first
            while weekday != last {
                selector.weekdays.always |= 1 << UInt8(weekday)
                weekday = (weekday + 1) % 7
            }
            selector.weekdays.always |= 1 << UInt8(last)
        } else if peek == "[" {
            selector.weekdays.insert(try ranks(), of: first)
        } else {
            selector.weekdays.always |= 1 << UInt8(first)
        }
        let sign = afterBlanks(position)
        if scalar(at: sign) == "+" || scalar(at: sign) == "-", digits(at: sign + 1) > 0 {
            throw fault(
                .unsupported, "days counted from a weekday are not supported", "name the dates instead", at: sign)
        }
    }

    /// `[1,3]`, `[-1]`, `[2-3]` as bits of `DayFacts.ordinalBits`.
    private mutating func ranks() throws(OpeningHoursError) -> UInt16 {
        position += 1
        var bits: UInt16 = 0
        repeat {
            let start = position
            let isFromEnd = take("-")
            let first = try rank(isFromEnd)
            guard !isFromEnd, take("-") else {
                bits |= 1 << UInt16(isFromEnd ? first + 8 : first)
                continue
            }
            let last = try rank(false)
            guard first <= last else {
                throw fault(.range, "the ranks run backwards", "write the lower one first", at: start)
            }
            for rank in first...last { bits |= 1 << UInt16(rank) }
        } while take(",")
        guard take("]") else { throw unexpected("ranks end with ]") }
        return bits
    }

    private mutating func rank(_ isFromEnd: Bool) throws(OpeningHoursError) -> Int {
        guard digits(at: position) == 1, (1...5).contains(number(at: position, digits: 1)) else {
            throw fault(.syntax, "a month has a weekday 1 to 5 times", "write [1] … [5] or [-1] … [-5]")
        }
        position += 1
        return number(at: position - 1, digits: 1)
    }

    /// ` +1 day`, ` -2 days`; nil when no such thing follows.
    mutating func dayOffset() throws(OpeningHoursError) -> Int? {
        let start = afterBlanks(position)
        guard let sign = scalar(at: start), sign == "+" || sign == "-" else { return nil }
        let count = digits(at: start + 1)
        let unit = afterBlanks(start + 1 + count)
        let name = word(at: unit)
        guard count > 0, name == "day" || name == "days" else {
            // "PH - Dec 24" and "easter-26" are faults of the span they seem to begin.
            return nil
        }
        let days = number(at: start + 1, digits: count)
        guard days <= DaySelector.longestOffset else {
            throw fault(
                .range, "more than \(DaySelector.longestOffset) days away", "name the dates instead", at: start + 1)
        }
        position = unit + name.unicodeScalars.count
        return sign == "-" ? -days : days
    }
}
