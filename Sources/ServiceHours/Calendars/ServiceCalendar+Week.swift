/// The open times of one local date, for people to look at.
package struct DayListing: Hashable, Sendable {
    package let date: CivilDate
    /// Open ranges on the wall clock in minutes from local midnight, within 0 … 1,440: what runs over midnight stands on both days.
    package let open: [Range<Int>]
    /// Whether the date is a holiday of the calendar.
    package let isHoliday: Bool
    /// The holiday's name, where it has one.
    package let holiday: HolidayName?
    /// The service time of the date in real seconds: a change of the clocks makes it differ from the ranges.
    package let seconds: Seconds

    /// The ranges as `08:00-12:00, 13:00-24:00`; empty when closed.
    package var rangesText: String { Self.text(of: open) }

    /// Ranges in minutes from local midnight as `08:00-12:00, 21:00-26:00`.
    package static func text(of ranges: [Range<Int>]) -> String {
        ranges.map { "\(clock($0.lowerBound))-\(clock($0.upperBound))" }.joined(separator: ", ")
    }

    private static func clock(_ minute: Int) -> String {
        var bytes: [UInt8] = []
        bytes.append(decimal: UInt(max(minute, 0) / 60), width: 2)
        bytes.append(0x3A)
        bytes.append(decimal: UInt(max(minute, 0) % 60), width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ServiceCalendar {
    /// The open times of the calendar week, Monday to Sunday, that contains a date.
    package func week(containing date: CivilDate) -> [DayListing] {
        days(from: date.startOfWeek, count: 7)
    }

    /// The open times of up to 366 local dates in a row.
    package func days(from date: CivilDate, count: Int) -> [DayListing] {
        let domain = 0...CivilDate(dayNumber: Int(Instant.domainEnd.seconds / 86_400) - 1).dayNumber
        let days = (0..<min(max(count, 0), 366)).map { date + $0 }
        guard let first = days.first, let last = days.last, domain.overlaps(first.dayNumber...last.dayNumber) else {
            return days.map { listing(of: $0, open: [], seconds: 0) }
        }

        // A local date begins and ends within 26 hours of the date in UTC.
        let start = min(max(Int64(first.dayNumber) * 86_400 - 93_600, 0), Instant.domainEnd.seconds)
        let end = min(max(Int64(last.dayNumber + 1) * 86_400 + 93_600, 0), Instant.domainEnd.seconds)
        var walk = WallClockWalk(hours: hours, zone: zone, holidays: holidays, start: start, end: end)
        var seconds: [Int: Seconds] = [:]
        walk.walk(from: start, to: end) { stretch in
            if stretch.span.isOpen { seconds[stretch.day, default: 0] += stretch.end - stretch.start }
            return true
        }
        var planner = walk.planner
        return days.map { day in
            guard domain.contains(day.dayNumber) else { return listing(of: day, open: [], seconds: 0) }
            var open: [Range<Int>] = []
            for span in planner.plan(of: day.dayNumber).spans where span.isOpen {
                if let last = open.last, last.upperBound == span.start {
                    open[open.count - 1] = last.lowerBound..<span.end
                } else {
                    open.append(span.start..<span.end)
                }
            }
            return listing(of: day, open: open, seconds: seconds[day.dayNumber] ?? 0)
        }
    }

    private func listing(of date: CivilDate, open: [Range<Int>], seconds: Seconds) -> DayListing {
        DayListing(
            date: date, open: open, isHoliday: holidays.contains(date), holiday: holidays.name(on: date),
            seconds: seconds)
    }
}
