extension HoursParser {
    /// `2026`, `2026-2028/2`, `2026+`; false when no years stand here or the year belongs to a date.
    mutating func years(into selector: inout DaySelector) throws(OpeningHoursError) -> Bool {
        guard isYear(at: position), !isDate(at: position) else { return false }
        repeat { selector.years.append(try yearItem()) } while try takeComma(between: "years")
        return true
    }

    /// Four digits that are not the hour of a time.
    func isYear(at index: Int) -> Bool {
        digits(at: index) == 4
    }

    mutating func year() throws(OpeningHoursError) -> Int {
        guard isYear(at: position) else { throw unexpected("a year of four digits should stand here") }
        let year = number(at: position, digits: 4)
        guard year >= 1000 else { throw fault(.syntax, "this is neither a year nor a time", "write times as 08:00") }
        position += 4
        return year
    }

    private mutating func yearItem() throws(OpeningHoursError) -> DaySelector.Years {
        let start = position
        let first = try year()
        if take("+") { return DaySelector.Years(first: first, last: .max, step: 1) }
        guard take("-") else { return DaySelector.Years(first: first, last: first, step: 1) }
        let last = try year()
        guard first <= last else {
            throw fault(.range, "the years run backwards", "write the earlier year first", at: start)
        }
        return DaySelector.Years(first: first, last: last, step: try step())
    }

    /// `week 1-53/2,7`; false when the word is missing.
    mutating func weeks(into selector: inout DaySelector) throws(OpeningHoursError) -> Bool {
        guard word(at: position) == "week" else { return false }
        position += 4
        guard isBlank(at: position) else { throw unexpected("a week's number should follow") }
        skipBlanks()
        repeat {
            let start = position
            let first = try week()
            guard take("-") else {
                selector.weeks |= 1 << UInt64(first)
                continue
            }
            let last = try week()
            guard first <= last else {
                throw fault(.range, "the weeks run backwards", "write two spans: week 50-53,1-2", at: start)
            }
            let step = try step()
            for week in stride(from: first, through: last, by: step) { selector.weeks |= 1 << UInt64(week) }
        } while try takeComma(between: "weeks")
        return true
    }

    private mutating func week() throws(OpeningHoursError) -> Int {
        let count = digits(at: position)
        guard (1...2).contains(count) else { throw unexpected("a week's number should stand here") }
        let week = number(at: position, digits: count)
        guard (1...53).contains(week) else { throw fault(.range, "a year has weeks 1 to 53", "correct the week") }
        position += count
        return week
    }

    private mutating func step() throws(OpeningHoursError) -> Int {
        guard take("/") else { return 1 }
        let count = digits(at: position)
        guard (1...4).contains(count) else { throw unexpected("a step should stand here") }
        let step = number(at: position, digits: count)
        guard step >= 1 else { throw fault(.range, "a step is at least 1", "remove the step") }
        position += count
        return step
    }
}
