import ServiceHours
import Testing

/// What must hold for every calendar, tried on many.
@Suite(.enabled(if: ZoneFiles.areInstalled)) struct `Laws of service time` {
    private static let hours = [
        "Mo-Fr 06:00-22:00; Sa,Su 10:00-22:00", "Mo-Su 22:00-06:00; PH off",
        "Mo-Fr 08:00-12:00,13:00-17:00; PH off; Dec 24,31 08:00-12:00",
        "01:00-02:30", "02:00-03:00", "Mo 00:00-48:00; We off",
        "week 2-52/2 Mo[1],Fr[-1] 08:00-20:00 || Sa 10:00-11:00 \"x\"",
        "24/7; easter -2 days-easter +1 day off", "2024-2030/3 Nov-Feb 09:00-17:00, PH -1 day 10:00-30:00", "24/7",
        "Fr 23:59-00:01",
    ]
    private static let zones = ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]

    @Test("hold", arguments: hours, zones) func hold(hours: String, zone: String) throws {
        let calendar = try calendar(hours, zone, holidays: HolidaySet(region: .berlin))
        var generator = SeededGenerator(seed: UInt64(hours.utf8.count * 100 + zone.utf8.count))
        for _ in 0..<12 { check(calendar, &generator) }
    }

    /// The seed names the calendar: a failure can be run again alone.
    @Test("hold for calendars made at random", arguments: Array(0..<80))
    func holdAtRandom(seed: UInt64) throws {
        var random = RandomHours(seed: seed)
        let zones = Self.zones + ["America/New_York", "Asia/Kathmandu", "Africa/Casablanca"]
        let calendar = try calendar(random.text(), zones[Int(seed) % zones.count], holidays: random.holidays())
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4 { check(calendar, &generator) }
    }

    @Test("agree with looking at every minute", arguments: Array(0..<60))
    func agreeWithMinutes(seed: UInt64) throws {
        var random = RandomHours(seed: seed)
        let calendar = try calendar(
            random.text(), Self.zones[Int(seed) % Self.zones.count], holidays: random.holidays())
        var generator = SeededGenerator(seed: seed)
        let start = Instant(seconds: .random(in: 20_000_000...24_000_000, using: &generator) * 60)
        let isOpen = (0..<4_000).map { calendar.isOpen(at: start + $0 * 60) }
        let minutes = isOpen.indices.map { start + Int64($0) * 60 }
        for index in stride(from: 0, to: isOpen.count, by: 97) {
            let opening = isOpen[index...].firstIndex(of: true)
            if let opening {
                #expect(calendar.nextOpening(at: minutes[index]) == minutes[opening], "\(calendar.hours.text)")
            }
            let closing = opening.flatMap { isOpen[$0...].firstIndex(of: false) }
            if let closing {
                #expect(calendar.nextClosing(at: minutes[index]) == minutes[closing], "\(calendar.hours.text)")
            }
            let open = isOpen[index...].filter(\.self).count * 60
            #expect(calendar.elapsed(from: minutes[index], to: start + Int64(isOpen.count) * 60) == Int64(open))
        }
    }

    private func check(_ calendar: ServiceCalendar, _ generator: inout SeededGenerator) {
        let hours = calendar.hours.text
        let a = Instant(seconds: .random(in: 1_300_000_000...1_500_000_000, using: &generator))
        let b = a + .random(in: -40_000_000...40_000_000, using: &generator)
        let c = b + .random(in: -400_000...400_000, using: &generator)
        let ab = calendar.elapsed(from: a, to: b)
        #expect(ab + calendar.elapsed(from: b, to: c) == calendar.elapsed(from: a, to: c), "\(hours)")
        #expect(calendar.elapsed(from: b, to: a) == -ab)
        #expect(
            calendar.explain(from: min(a, b), to: max(a, b), limit: 50).reduce(0) { $0 + $1.counted } == abs(ab),
            "\(hours)")

        let span = Seconds.random(in: -3_000_000...3_000_000, using: &generator)
        let due = calendar.deadline(from: a, seconds: span)
        // A calendar that was never asked anything gives the same answer.
        let fresh = ServiceCalendar(hours: calendar.hours, zone: calendar.zone, holidays: calendar.holidays)
        #expect(fresh.deadline(from: a, seconds: span) == due, "\(hours)")
        #expect(fresh == calendar)
        if let due {
            #expect(calendar.elapsed(from: a, to: due) == span, "\(hours)")
            if span > 0 { #expect(calendar.elapsed(from: a, to: due - 1) == span - 1) }
            if span < 0 { #expect(calendar.elapsed(from: a, to: due + 1) == span + 1) }
            if span == 0 { #expect(calendar.isOpen(at: due)) }
        }
        guard let opening = calendar.nextOpening(at: a) else { return }
        #expect(calendar.elapsed(from: a, to: opening) == 0)
        #expect(calendar.isOpen(at: opening))
        #expect(calendar.isOpen(at: a) == (opening == a))
        if let closing = calendar.nextClosing(at: a) {
            #expect(calendar.elapsed(from: opening, to: closing) == closing - opening, "\(hours)")
            #expect(!calendar.isOpen(at: closing))
        }
    }

    @Test func `hold while many ask at once`() async throws {
        let calendar = try calendar("Mo-Fr 08:00-18:00; PH off", holidays: HolidaySet(region: .berlin))
        let reference = try calendarForComparison()
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var generator = SeededGenerator(seed: UInt64(task))
                    return (0..<200).allSatisfy { _ in
                        let a = Instant(seconds: .random(in: 1_600_000_000...2_200_000_000, using: &generator))
                        let span = Seconds.random(in: -90_000...90_000, using: &generator)
                        return calendar.deadline(from: a, seconds: span) == reference.deadline(from: a, seconds: span)
                    }
                }
            }
            for await agrees in group { #expect(agrees) }
        }
    }

    private func calendarForComparison() throws -> ServiceCalendar {
        let reference = try calendar("Mo-Fr 08:00-18:00; PH off", holidays: HolidaySet(region: .berlin))
        _ = reference.elapsed(from: Instant(seconds: 1_600_000_000), to: Instant(seconds: 2_200_000_000))
        return reference
    }
}
