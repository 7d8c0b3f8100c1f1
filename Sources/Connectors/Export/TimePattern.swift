import ServiceHours

/// The form of a local time in a CSV column, written down by whoever maps the columns.
///
/// | in the pattern | in the column |
/// |---|---|
/// | `yyyy`, `yy` | the year with four digits; with two, 2000 to 2099 |
/// | `MM`, `dd`, `HH`, `mm`, `ss` | month, day, hour (0 to 23), minute, second with two digits |
/// | `M`, `d`, `H` | the same with one or two digits |
/// | `S` | one or more digits of the second's fraction |
/// | `Z` | `Z`, `+0100` or `+01:00`: then the zone of the mapping does not matter |
/// | `'…'` | what stands between the quotes, `''` a quote |
/// | anything that is no letter | itself |
///
/// `yyyy-MM-dd HH:mm:ss`, `dd.MM.yyyy HH:mm`, `d.M.yy', 'H:mm' Uhr'`. Year, month and day are needed; a time that is
/// not written is midnight.
package struct TimePattern: Hashable, Sendable {
    /// As it was written.
    package let pattern: String

    private enum Unit: Hashable, Sendable {
        case year, shortYear, month, day, hour, minute, second, fraction, offset
    }

    private enum Element: Hashable, Sendable {
        case number(Unit, atLeast: Int, atMost: Int)
        case literal(UInt8)
    }

    private let elements: [Element]

    /// Throws a ``ConnectorError`` of code `mapping` that names the letter which means nothing, or the unit that is
    /// missing.
    package init(_ pattern: String) throws(ConnectorError) {
        var elements: [Element] = []
        var units: Set<Unit> = []
        var rest = Array(pattern.utf8)[...]
        while let byte = rest.first {
            let run = rest.prefix { $0 == byte }.count
            if byte == 0x27 {
                elements += try TimePattern.quoted(&rest, pattern)
                continue
            }
            guard TimePattern.isLetter(byte) else {
                elements.append(.literal(byte))
                rest = rest.dropFirst()
                continue
            }
            guard let element = TimePattern.element(byte, run), case .number(let unit, _, _) = element else {
                throw TimePattern.complaint(
                    pattern, "\(String(decoding: rest.prefix(min(run, 8)), as: UTF8.self)) means nothing in it")
            }
            guard units.insert(unit == .shortYear ? .year : unit).inserted else {
                throw TimePattern.complaint(pattern, "it asks for the same unit twice")
            }
            elements.append(element)
            rest = rest.dropFirst(run)
        }
        guard units.isSuperset(of: [.year, .month, .day]) else {
            throw TimePattern.complaint(pattern, "it needs a year, a month and a day")
        }
        self.pattern = pattern
        self.elements = elements
    }

    /// The time in `bytes`; nil when they do not have this form, or name no time there is.
    ///
    /// A local time that the clocks of the zone skip is moved forward by what they skip; of one they show twice the
    /// first is meant.
    func time(in bytes: Span<UInt8>, zone: ZoneRules) -> PlatformTime? {
        var index = 0
        var year = 0
        var month = 0
        var day = 0
        var secondOfDay = 0
        var nanoseconds: Int32 = 0
        var offset: Int?
        for element in elements {
            switch element {
            case .literal(let byte):
                guard index < bytes.count, bytes[index] == byte else { return nil }
                index += 1
            case .number(.fraction, _, _):
                guard let read = TimePattern.fraction(bytes, &index) else { return nil }
                nanoseconds = read
            case .number(.offset, _, _):
                guard let read = TimePattern.offset(bytes, &index) else { return nil }
                offset = read
            case .number(let unit, let atLeast, let atMost):
                guard let value = TimePattern.number(bytes, &index, atLeast, atMost) else { return nil }
                switch unit {
                case .year: year = value
                case .shortYear: year = 2000 + value
                case .month: month = value
                case .day: day = value
                case .hour where value < 24: secondOfDay += value * 3600
                case .minute where value < 60: secondOfDay += value * 60
                case .second where value < 60: secondOfDay += value
                default: return nil
                }
            }
        }
        guard index == bytes.count, let date = CivilDate(year: year, month: month, day: day) else { return nil }
        if let offset {
            let seconds = date.dayNumber * 86_400 + secondOfDay - offset
            return PlatformTime(Instant(seconds: Int64(seconds)), nanoseconds: nanoseconds)
        }
        return PlatformTime(zone.instant(on: date, secondOfDay: secondOfDay), nanoseconds: nanoseconds)
    }

    // MARK: - Reading the pattern

    private static func element(_ letter: UInt8, _ run: Int) -> Element? {
        switch (letter, run) {
        case (0x79, 4): .number(.year, atLeast: 4, atMost: 4)
        case (0x79, 2): .number(.shortYear, atLeast: 2, atMost: 2)
        case (0x4D, 1...2): .number(.month, atLeast: run, atMost: 2)
        case (0x64, 1...2): .number(.day, atLeast: run, atMost: 2)
        case (0x48, 1...2): .number(.hour, atLeast: run, atMost: 2)
        case (0x6D, 2): .number(.minute, atLeast: 2, atMost: 2)
        case (0x73, 2): .number(.second, atLeast: 2, atMost: 2)
        case (0x53, 1...9): .number(.fraction, atLeast: 1, atMost: 32)
        case (0x5A, 1): .number(.offset, atLeast: 1, atMost: 6)
        default: nil
        }
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>, _ pattern: String) throws(ConnectorError) -> [Element] {
        rest = rest.dropFirst()
        if rest.first == 0x27 {
            rest = rest.dropFirst()
            return [.literal(0x27)]
        }
        let text = rest.prefix { $0 != 0x27 }
        guard text.endIndex < rest.endIndex else { throw complaint(pattern, "a quote in it is not closed") }
        rest = rest.dropFirst(text.count + 1)
        return text.map { .literal($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func complaint(_ pattern: String, _ reason: String) -> ConnectorError {
        ConnectorError(
            .mapping, at: "time pattern \"\(pattern.prefix(64))\"",
            advice:
                "\(reason); write it like yyyy-MM-dd HH:mm:ss or dd.MM.yyyy HH:mm, with other words in single quotes")
    }

    // MARK: - Reading a time

    private static func number(_ bytes: Span<UInt8>, _ index: inout Int, _ atLeast: Int, _ atMost: Int) -> Int? {
        var value = 0
        var digits = 0
        while digits < atMost, index < bytes.count, bytes[index] &- 0x30 < 10 {
            value = value * 10 + Int(bytes[index] &- 0x30)
            digits += 1
            index += 1
        }
        return digits >= atLeast ? value : nil
    }

    private static func fraction(_ bytes: Span<UInt8>, _ index: inout Int) -> Int32? {
        let start = index
        var nanoseconds: Int32 = 0
        var scale: Int32 = 100_000_000
        while index < bytes.count, bytes[index] &- 0x30 < 10 {
            nanoseconds += Int32(bytes[index] &- 0x30) * scale
            scale /= 10
            index += 1
        }
        return index > start ? nanoseconds : nil
    }

    /// Seconds east of UTC.
    private static func offset(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
        guard index < bytes.count else { return nil }
        let sign = bytes[index]
        index += 1
        if sign == 0x5A { return 0 }
        guard sign == 0x2B || sign == 0x2D, let hours = number(bytes, &index, 2, 2), hours < 24 else { return nil }
        if index < bytes.count, bytes[index] == 0x3A { index += 1 }
        guard let minutes = number(bytes, &index, 2, 2), minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == 0x2D ? -1 : 1)
    }
}
