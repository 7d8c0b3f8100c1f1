/// What a clock on a wall of some zone shows at one instant.
package struct LocalTime: Hashable, Sendable {
    package let date: CivilDate
    /// Seconds since local midnight as the clock shows them, 0 … 86,399.
    package let secondOfDay: Int
    package let offset: ZoneOffset

    /// `2026-03-02 09:30 CET`: date, minute and the zone's abbreviation, for people.
    package var text: String {
        var bytes: [UInt8] = []
        date.appendISO8601(to: &bytes)
        bytes.append(0x20)
        bytes.append(decimal: UInt(secondOfDay / 3600), width: 2)
        bytes.append(0x3A)
        bytes.append(decimal: UInt(secondOfDay / 60 % 60), width: 2)
        bytes.append(0x20)
        bytes.append(contentsOf: offset.abbreviation.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ZoneRules {
    /// What clocks of the zone show at an instant.
    package func localTime(at instant: Instant) -> LocalTime {
        let offset = offset(at: instant)
        let (day, second) = instant.seconds.addingWithinBounds(offset.seconds).flooredDivision(by: 86_400)
        return LocalTime(date: CivilDate(dayNumber: Int(day)), secondOfDay: Int(second), offset: offset)
    }

    /// The instants at which clocks of the zone show this local time, in order: one as a rule, none in a gap, two in a fold.
    ///
    /// `secondOfDay` may lie outside the day (86,400 = midnight of the next one).
    package func instants(on date: CivilDate, secondOfDay: Int) -> [Instant] {
        let local = (Int64(date.dayNumber) * 86_400).addingWithinBounds(Int64(secondOfDay))
        let widest: Int64 = 26 * 3600
        let last = span(at: local.addingWithinBounds(widest))
        return (span(at: local.subtractingWithinBounds(widest))...last).compactMap { index in
            let instant = local.subtractingWithinBounds(offset(ofSpan: index).seconds)
            return span(at: instant) == index ? Instant(seconds: instant) : nil
        }
    }
}
