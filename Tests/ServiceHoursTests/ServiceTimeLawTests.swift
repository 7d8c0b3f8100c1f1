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
        let holidays = HolidaySet(region: .berlin)
        let calendar = try calendar(hours, zone, holidays: holidays)
        var generator = SeededGenerator(seed: UInt64(hours.utf8.count * 100 + zone.utf8.count))
        for _ in 0..<12 {
            let a = Instant(seconds: .random(in: 1_300_000_000...1_500_000_000, using: &generator))
            let b = a + .random(in: -40_000_000...40_000_000, using: &generator)
            let c = b + .random(in: -400_000...400_000, using: &generator)
            let ab = calendar.elapsed(from: a, to: b)
            #expect(ab + calendar.elapsed(from: b, to: c) == calendar.elapsed(from: a, to: c))
            #expect(calendar.elapsed(from: b, to: a) == -ab)
            #expect(
                calendar.explain(from: min(a, b), to: max(a, b), limit: 50).reduce(0) { $0 + $1.counted } == abs(ab))

            let span = Seconds.random(in: -3_000_000...3_000_000, using: &generator)
            guard let due = calendar.deadline(from: a, seconds: span) else { continue }
            #expect(calendar.elapsed(from: a, to: due) == span)
            if span > 0 { #expect(calendar.elapsed(from: a, to: due - 1) == span - 1) }
            if span < 0 { #expect(calendar.elapsed(from: a, to: due + 1) == span + 1) }
            if span == 0 { #expect(calendar.isOpen(at: due)) }

            if let opening = calendar.nextOpening(at: a) {
                #expect(calendar.elapsed(from: a, to: opening) == 0)
                #expect(calendar.isOpen(at: opening))
                #expect(calendar.elapsed(from: opening, to: opening + 1) == 1)
                #expect(calendar.isOpen(at: a) == (opening == a))
                if let closing = calendar.nextClosing(at: a) {
                    #expect(calendar.elapsed(from: opening, to: closing) == closing - opening)
                    #expect(!calendar.isOpen(at: closing))
                }
            }
            // A calendar that was never asked anything gives the same answer.
            let fresh = ServiceCalendar(hours: calendar.hours, zone: calendar.zone, holidays: holidays)
            #expect(fresh.deadline(from: a, seconds: span) == due)
            #expect(fresh == calendar)
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
