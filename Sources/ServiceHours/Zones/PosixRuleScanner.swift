/// Takes a POSIX `TZ` text apart, left to right.
struct PosixRuleScanner {
    var rest: ArraySlice<UInt8>

    var isAtEnd: Bool { rest.isEmpty }
    var peek: UInt8? { rest.first }

    /// `CET`, or `<+0545>`.
    mutating func name() -> String? {
        let isQuoted = take(0x3C)
        let letters = rest.prefix { byte in
            let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isLetter || (isQuoted && ((0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D))
        }
        guard letters.count >= 3, letters.count <= 32 else { return nil }
        rest.removeFirst(letters.count)
        if isQuoted, !take(0x3E) { return nil }
        return String(decoding: letters, as: UTF8.self)
    }

    /// `[+-]h[:mm[:ss]]` in seconds, at most `limit` hours either way.
    mutating func hours(limit: Int) -> Int64? {
        let isNegative = take(0x2D)
        if !isNegative { _ = take(0x2B) }
        guard let hours = number(), hours <= limit else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where take(0x3A) {
            guard let part = number(), part < 60 else { return nil }
            seconds += part * unit
        }
        return Int64(isNegative ? -seconds : seconds)
    }

    /// `,M3.5.0/2`: a comma, a day, and a time that is 02:00 when it is not said.
    mutating func change() -> PosixRule.Change? {
        guard take(0x2C), let day = day() else { return nil }
        guard take(0x2F) else { return PosixRule.Change(day: day, time: 7200) }
        guard let time = hours(limit: 167) else { return nil }
        return PosixRule.Change(day: day, time: time)
    }

    private mutating func day() -> PosixRule.Day? {
        if take(0x4A) {
            guard let number = number(), (1...365).contains(number) else { return nil }
            return .julian(number)
        }
        if take(0x4D) {
            guard let month = number(), (1...12).contains(month), take(0x2E),
                let week = number(), (1...5).contains(week), take(0x2E),
                let weekday = number(), (0...6).contains(weekday)
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        }
        guard let number = number(), (0...365).contains(number) else { return nil }
        return .zeroBased(number)
    }

    /// One to three digits.
    private mutating func number() -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest.removeFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }
}
