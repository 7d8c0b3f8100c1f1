import ServiceHours
import Testing

@Suite(.enabled(if: ZoneFiles.areInstalled)) struct `Explanations` {
    @Test func `name each counted and each skipped stretch`() throws {
        let calendar = try calendar(
            "Mo-Fr 08:00-18:00; PH off; 2026 Apr 07 off \"team day\"", holidays: HolidaySet(region: .germany))
        let steps = try #require(try calendar.explain(from: instant("2026-04-02T15:00:00Z"), seconds: 3 * 3600))
        #expect(
            lines(steps) == [
                "2026-04-02T15:00:00Z 2026-04-02T16:00:00Z 3600 open",
                "2026-04-02T16:00:00Z 2026-04-02T22:00:00Z 0 closed by hours",
                "2026-04-02T22:00:00Z 2026-04-03T22:00:00Z 0 holiday Good Friday",
                "2026-04-03T22:00:00Z 2026-04-05T22:00:00Z 0 closed by hours",
                "2026-04-05T22:00:00Z 2026-04-06T22:00:00Z 0 holiday Easter Monday",
                "2026-04-06T22:00:00Z 2026-04-07T22:00:00Z 0 closed by hours: team day",
                "2026-04-07T22:00:00Z 2026-04-08T06:00:00Z 0 closed by hours",
                "2026-04-08T06:00:00Z 2026-04-08T08:00:00Z 7200 open",
            ])
    }

    @Test func `name the change of the clocks`() throws {
        let steps = try #require(
            try calendar("22:00-06:00").explain(from: instant("2026-03-28T21:00:00Z"), seconds: 7 * 3600))
        #expect(
            lines(steps) == [
                "2026-03-28T21:00:00Z 2026-03-29T01:00:00Z 14400 open",
                "2026-03-29T01:00:00Z 2026-03-29T01:00:00Z 0 zone change +1 h",
                "2026-03-29T01:00:00Z 2026-03-29T04:00:00Z 10800 open",
            ])
    }

    @Test func `name the holiday that replaced the hours`() throws {
        let calendar = try calendar("Mo-Fr 08:00-18:00; PH 10:00-12:00", holidays: HolidaySet(region: .berlin))
        let steps = try calendar.explain(from: instant("2026-05-01T06:00:00Z"), to: instant("2026-05-01T11:00:00Z"))
        #expect(steps.map(\.why.text) == ["holiday Labour Day", "open", "holiday Labour Day"])
    }

    @Test func `sum up what goes beyond their length`() throws {
        let calendar = try calendar("Mo-Fr 08:00-12:00,13:00-17:00")
        let steps = try #require(
            try calendar.explain(from: instant("2026-01-01T00:00:00Z"), seconds: 3_600_000, limit: 20))
        #expect(steps.count == 21)
        #expect(steps.last?.why == .combined)
        #expect(steps.reduce(0) { $0 + $1.counted } == 3_600_000)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.to == $1.from })
    }

    @Test func `end where the domain ends`() throws {
        let closed = try calendar("off")
        let calendar = try calendar("24/7")
        let steps = calendar.explain(from: Instant(seconds: .min), to: Instant(seconds: .max))
        #expect(steps.reduce(0) { $0 + $1.counted } == Instant.domainEnd.seconds)
        #expect(steps.first?.why == .closed(remark: nil))
        #expect(closed.explain(from: .domainStart, seconds: 1) == nil)
        #expect(calendar.explain(from: .domainEnd + 5, to: .domainEnd + 9).map(\.why) == [.closed(remark: nil)])
        #expect(calendar.explain(from: .domainStart, to: .domainStart).isEmpty)
    }

    private func lines(_ steps: [ServiceStep]) -> [String] {
        steps.map { "\($0.from.rfc3339) \($0.to.rfc3339) \($0.counted) \($0.why.text)" }
    }
}

@Suite(.enabled(if: ZoneFiles.areInstalled)) struct `Weeks for people` {
    @Test func `list the open times of each date`() throws {
        let calendar = try calendar(
            "Mo-Fr 08:00-12:00,13:00-18:00; Fr 22:00-02:00; PH off", holidays: HolidaySet(region: .germany))
        let week = try calendar.week(containing: date("2026-04-04"))
        #expect(
            week.map { "\($0.date.weekday.code) \($0.date.iso8601) \($0.rangesText) \($0.holiday?.text ?? "")" } == [
                "Mo 2026-03-30 08:00-12:00, 13:00-18:00 ", "Tu 2026-03-31 08:00-12:00, 13:00-18:00 ",
                "We 2026-04-01 08:00-12:00, 13:00-18:00 ", "Th 2026-04-02 08:00-12:00, 13:00-18:00 ",
                "Fr 2026-04-03  Good Friday",
                "Sa 2026-04-04 00:00-02:00 ", "Su 2026-04-05  ",
            ])
        #expect(week.map(\.seconds) == [32_400, 32_400, 32_400, 32_400, 0, 7200, 0])
    }

    @Test func `show all day as one range`() throws {
        let day = try #require(try calendar("24/7").days(from: date("2026-03-29"), count: 1).first)
        #expect(day.rangesText == "00:00-24:00")
        #expect(day.seconds == 23 * 3600)
        #expect(try calendar("24/7").days(from: CivilDate(dayNumber: .max), count: .max).allSatisfy { $0.open.isEmpty })
    }
}
