import ServiceHours

/// The opening hours of a usual week, without holidays and single special days.
struct RegularWeek: Hashable, Sendable {
    /// Monday to Sunday: open ranges in minutes from local midnight; what runs over midnight ends beyond 1,440.
    let days: [[Range<Int>]]

    static let minutesOfDay = 1_440
    /// Five of each weekday: a special day is outvoted.
    private static let daysSampled = 35
    /// What ends later in the morning is a range of its own.
    private static let latestEndOfNight = 720

    /// The week as it is around a date.
    init(of calendar: ServiceCalendar, from date: CivilDate) {
        let plain = ServiceCalendar(hours: calendar.hours, zone: calendar.zone, holidays: .none)
        var counts = [[(open: [Range<Int>], count: Int)]](repeating: [], count: 7)
        for listing in plain.days(from: date, count: Self.daysSampled) {
            let day = listing.date.weekday.rawValue - 1
            if let known = counts[day].firstIndex(where: { $0.open == listing.open }) {
                counts[day][known].count += 1
            } else {
                counts[day].append((listing.open, 1))
            }
        }
        let cut = counts.map { patterns in
            var best: (open: [Range<Int>], count: Int) = ([], 0)
            for pattern in patterns where pattern.count > best.count { best = pattern }
            return best.open
        }
        days = Array(Self.joiningNights([cut[6]] + cut + [cut[0]])[1...7])
    }

    /// Days in a row, each cut at midnight, with the nights put together again: what goes on after midnight belongs to the evening.
    static func joiningNights(_ cut: [[Range<Int>]]) -> [[Range<Int>]] {
        var joined = cut
        for (day, next) in zip(cut.indices, cut.indices.dropFirst()) {
            guard let late = cut[day].last, late.upperBound == minutesOfDay, late.lowerBound > 0,
                let early = cut[next].first, early.lowerBound == 0, early.upperBound <= latestEndOfNight
            else { continue }
            joined[day][joined[day].count - 1] = late.lowerBound..<minutesOfDay + early.upperBound
            joined[next].removeFirst()
        }
        return joined
    }

    var isAlwaysOpen: Bool { days.allSatisfy { $0 == [0..<Self.minutesOfDay] } }
    var isNeverOpen: Bool { days.allSatisfy(\.isEmpty) }
}
