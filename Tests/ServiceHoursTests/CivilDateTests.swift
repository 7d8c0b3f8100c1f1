import ServiceHours
import Testing

@Suite struct `Civil dates` {
    @Test func `count on without a gap through four centuries`() throws {
        var last = try date("1899-12-31")
        var gaps: [String] = []
        for year in 1900...2300 {
            for month in 1...12 {
                for day in 1...CivilDate.days(inMonth: month, of: year) {
                    let next = try #require(CivilDate(year: year, month: month, day: day))
                    let follows = next == last + 1 && next.weekday.rawValue == last.weekday.rawValue % 7 + 1
                    if !follows || next.fields != (year, month, day) { gaps.append(next.iso8601) }
                    last = next
                }
            }
        }
        #expect(gaps == [])
        #expect(try date("1970-01-01").dayNumber == 0)
        #expect(try date("1970-01-01").weekday == .thursday)
    }

    @Test(
        "know their ISO week",
        arguments: [
            ("2026-01-01", 2026, 1), ("2025-12-29", 2026, 1), ("2021-01-03", 2020, 53), ("2024-12-30", 2025, 1),
            ("2027-01-01", 2026, 53), ("2026-07-15", 2026, 29),
        ])
    func week(text: String, year: Int, week: Int) throws {
        let found = try date(text).isoWeek
        #expect(found.year == year)
        #expect(found.week == week)
    }

    @Test(
        "know Easter",
        arguments: [
            "1818-03-22", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23",
            "2024-03-31",
            "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19", "2160-03-23", "2199-04-14",
        ])
    func easter(text: String) throws {
        let easter = try date(text)
        #expect(CivilDate.easter(of: easter.year) == easter)
    }

    @Test(
        "are refused when there is no such day",
        arguments: [
            "", "2026-2-03", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-32", "20260101", "2026-01-01Z",
            "２026-01-01",
        ])
    func refuses(text: String) {
        #expect(CivilDate(iso8601: text) == nil)
    }

    @Test func `survive absurd numbers`() {
        for number in [Int.min, -1, 0, 1, Int.max] {
            let date = CivilDate(dayNumber: number)
            #expect(!date.iso8601.isEmpty)
            #expect((1...7).contains((date + number).weekday.rawValue))
            #expect(CivilDate(year: number, month: number, day: number) == nil || number == 1)
            #expect((3...4).contains(CivilDate.easter(of: number).month))
        }
    }
}
