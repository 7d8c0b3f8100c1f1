extension HoursParser {
    /// `08:00-12:00,13:00-18:00`; empty when no time begins here.
    mutating func times() throws(OpeningHoursError) -> [Range<Int>] {
        if let fault = unsupported(at: position) { throw fault }
        guard digits(at: position) > 0 else { return [] }
        var times = [try timeRange()]
        while let next = nextTime() {
            position = next
            times.append(try timeRange())
        }
        return times
    }

    /// Where the next range of the list begins; nil when the list ends here.
    private func nextTime() -> Int? {
        let comma = afterBlanks(position)
        guard scalar(at: comma) == "," else { return nil }
        let next = afterBlanks(comma + 1)
        // A comma without a blank can only continue the times: whatever stands there is then a fault of its time.
        return isTime(at: next) || (next == comma + 1 && (digits(at: next) > 0 || unsupported(at: next) != nil))
            ? next : nil
    }

    private mutating func timeRange() throws(OpeningHoursError) -> Range<Int> {
        if let fault = unsupported(at: position) { throw fault }
        let startPosition = position
        let start = try time()
        if start >= HoursRule.dayLength {
            throw fault(
                .range, "a range begins at 23:59 at the latest", "write the early hours on the next day",
                at: startPosition)
        }
        try refuseExtras()
        let dash = afterBlanks(position)
        guard scalar(at: dash) == "-" else {
            if isBoundary(at: position) || scalar(at: dash) == "\"" {
                throw fault(
                    .unsupported, "a single time is no range", "write from and to, such as 08:00-18:00",
                    at: startPosition)
            }
            throw unexpected("a range goes on with -")
        }
        position = afterBlanks(dash + 1)
        if let fault = unsupported(at: position) { throw fault }
        let endPosition = position
        let end = try time()
        if end > 2 * HoursRule.dayLength {
            throw fault(.range, "a range ends at 48:00 at the latest", "split it into two days", at: endPosition)
        }
        try refuseExtras()
        return start..<(end > start ? end : end + HoursRule.dayLength)
    }

    /// `HH:MM` in minutes; hours of one digit are allowed.
    private mutating func time() throws(OpeningHoursError) -> Int {
        let start = position
        let hourDigits = digits(at: position)
        guard (1...2).contains(hourDigits) else {
            throw hourDigits == 0
                ? unexpected("a time should stand here")
                : fault(.syntax, "a time has hours and minutes", "write it as 08:00")
        }
        guard scalar(at: position + hourDigits) == ":", digits(at: position + hourDigits + 1) == 2 else {
            throw fault(.syntax, "a time has hours, a colon and two digits for the minutes", "write it as 08:00")
        }
        let hour = number(at: position, digits: hourDigits)
        let minute = number(at: position + hourDigits + 1, digits: 2)
        guard minute < 60 else {
            throw fault(.range, "an hour has minutes 00 to 59", "correct the minutes", at: position + hourDigits + 1)
        }
        guard hour <= 48 else { throw fault(.range, "hours run from 00 to 48", "correct the hour", at: start) }
        position += hourDigits + 3
        return hour * 60 + minute
    }

    /// An open end or an interval behind a time.
    private func refuseExtras() throws(OpeningHoursError) {
        if peek == "+" {
            throw fault(.unsupported, "an open end is not supported", "write the time at which the desk closes")
        }
        if peek == "/" {
            throw fault(.unsupported, "intervals within a range are not supported", "write the range alone")
        }
    }
}
