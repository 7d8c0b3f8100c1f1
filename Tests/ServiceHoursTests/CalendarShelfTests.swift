import ServiceHours
import Testing

@Suite struct `Calendar shelf` {
    @Test func `hands out the same calendar for the same parts`() throws {
        var shelf = CalendarShelf()
        let first = try shelf.calendar(hours: "Mo 08:00-12:00", zone: .utc, holidays: HolidaySet(region: .berlin))
        let again = try shelf.calendar(hours: "Mo 08:00-12:00", zone: .utc, holidays: HolidaySet(region: .berlin))
        let other = try shelf.calendar(hours: "Mo 08:00-12:00", zone: .utc, holidays: HolidaySet(region: .hamburg))
        let dated = try shelf.calendar(
            hours: "Mo 08:00-12:00", zone: .utc, holidays: HolidaySet(dates: [date("2026-03-02")]))
        #expect(first === again)
        #expect(first != other && other != dated)
        #expect(shelf.count == 3)
        #expect(throws: OpeningHoursError.self) { try shelf.calendar(hours: "Mo 8", zone: .utc, holidays: .none) }
        #expect(shelf.count == 3)
    }

    @Test func `forgets what was not used for long`() throws {
        var shelf = CalendarShelf(capacity: 400_000)
        let favourite = try shelf.calendar(hours: "Mo 08:00-12:00", zone: .utc, holidays: .none)
        for minute in 0..<600 {
            let hours = "Mo-Fr \(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)-18:00"
            let calendar = try shelf.calendar(hours: hours, zone: .utc, holidays: .none)
            #expect(calendar.deadline(from: Instant(seconds: 1_772_443_800), seconds: 36_000) != nil)
            #expect(try shelf.calendar(hours: "Mo 08:00-12:00", zone: .utc, holidays: .none) === favourite)
        }
        #expect(shelf.count < 200)
    }

    @Test func `weighs long lists of holidays`() throws {
        var shelf = CalendarShelf(capacity: 1_000_000)
        for first in 0..<60 {
            let holidays = HolidaySet(dates: (0..<5_000).map { CivilDate(dayNumber: first + $0) })
            _ = try shelf.calendar(hours: "PH 08:00-12:00", zone: .utc, holidays: holidays)
        }
        #expect((1...20).contains(shelf.count))
    }
}
