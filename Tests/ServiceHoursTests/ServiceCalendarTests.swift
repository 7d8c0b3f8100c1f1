import ServiceHours
import Testing

@Suite(.enabled(if: ZoneFiles.areInstalled)) struct `Service calendars` {
    @Test(
        "reckon as people do",
        arguments: [
            // Lunch break: 30 minutes before it end after it.
            ("Mo-Fr 08:00-12:00,13:00-17:00", "2026-03-02T10:45:00Z", 1800, "2026-03-02T12:15:00Z"),
            // Used up exactly at the break: due at the break.
            ("Mo-Fr 08:00-12:00,13:00-17:00", "2026-03-02T10:30:00Z", 1800, "2026-03-02T11:00:00Z"),
            // Over midnight.
            ("Fr,Sa 21:00-02:00", "2026-03-06T22:00:00Z", 4 * 3600, "2026-03-07T21:00:00Z"),
            // A closed day among open ones.
            ("Mo-Fr 08:00-18:00; 2026 Mar 03 off", "2026-03-02T16:30:00Z", 3600, "2026-03-04T07:30:00Z"),
            // Open once on a holiday.
            (
                "Mo-Fr 08:00-18:00; PH off; 2026 Apr 06 10:00-12:00", "2026-04-03T10:00:00Z", 3600,
                "2026-04-06T09:00:00Z"
            ),
            ("Mo-Fr 08:00-18:00; PH off", "2026-04-03T10:00:00Z", 3600, "2026-04-07T07:00:00Z"),
            // Friday evening to Saturday, before and after closing.
            ("Mo-Fr 06:00-22:00; Sa,Su 10:00-22:00", "2026-03-06T20:50:00Z", 1800, "2026-03-07T09:20:00Z"),
            ("Mo-Fr 06:00-22:00; Sa,Su 10:00-22:00", "2026-03-06T21:05:00Z", 1800, "2026-03-07T09:30:00Z"),
            // The night of the spring gap has 7 hours, that of the fold 9.
            ("22:00-06:00", "2026-03-28T21:00:00Z", 7 * 3600, "2026-03-29T04:00:00Z"),
            ("22:00-06:00", "2026-10-24T20:00:00Z", 9 * 3600, "2026-10-25T05:00:00Z"),
            ("24/7", "2026-03-29T00:30:00Z", 3600, "2026-03-29T01:30:00Z"),
            // Backwards, ending exactly at an opening.
            ("Mo-Fr 08:00-12:00,13:00-17:00", "2026-03-02T12:15:00Z", -900, "2026-03-02T12:00:00Z"),
        ] as [(String, String, Seconds, String)])
    func deadlines(hours: String, from: String, seconds: Seconds, expected: String) throws {
        let calendar = try calendar(hours, holidays: HolidaySet(region: .germany))
        #expect(try calendar.deadline(from: instant(from), seconds: seconds)?.rfc3339 == expected)
    }

    @Test(
        "follow the wall clock through gap and fold",
        arguments: [
            ("02:30-04:00", "2026-03-29", 3600), ("02:15-02:45", "2026-03-29", 0), ("02:00-03:00", "2026-10-25", 7200),
            ("01:00-02:30", "2026-10-25", 7200), ("22:00-06:00", "2026-03-29", 5 * 3600 + 7200),
            ("24/7", "2026-10-25", 25 * 3600),
        ] as [(String, String, Seconds)])
    func clockChanges(hours: String, day: String, expected: Seconds) throws {
        let calendar = try calendar(hours)
        let day = try date(day)
        let midnight = try #require(calendar.zone.instants(on: day, secondOfDay: 0).first)
        let next = try #require(calendar.zone.instants(on: day + 1, secondOfDay: 0).first)
        #expect(calendar.elapsed(from: midnight, to: next) == expected)
        #expect(calendar.days(from: day, count: 1).map(\.seconds) == [expected])
    }

    @Test func `have two open times where the fold cuts one`() throws {
        let calendar = try calendar("01:00-02:30")
        let first = try #require(try calendar.nextOpening(at: instant("2026-10-24T22:00:00Z")))
        let closing = try #require(calendar.nextClosing(at: first))
        let second = try #require(calendar.nextOpening(at: closing))
        #expect(first.rfc3339 == "2026-10-24T23:00:00Z")
        #expect(closing.rfc3339 == "2026-10-25T00:30:00Z")
        #expect(second.rfc3339 == "2026-10-25T01:00:00Z")
        #expect(calendar.nextClosing(at: second)?.rfc3339 == "2026-10-25T01:30:00Z")
    }

    @Test func `skip the date that a zone skipped`() throws {
        let apia = try calendar("Fr 00:00-24:00", "Pacific/Apia")
        #expect(try apia.elapsed(from: instant("2011-12-25T00:00:00Z"), to: instant("2012-01-05T00:00:00Z")) == 0)
    }

    @Test func `that never close or never open say so`() throws {
        for hours in ["24/7", "Mo-Su 00:00-24:00", "Mo-Su", "24/7; PH 00:00-24:00"] {
            let calendar = try calendar(hours)
            #expect(try calendar.nextClosing(at: instant("2026-01-01T00:00:00Z")) == nil, "\(hours)")
            #expect(
                calendar.elapsed(from: Instant(seconds: .min), to: Instant(seconds: .max)) == Instant.domainEnd.seconds)
            #expect(calendar.deadline(from: Instant(seconds: .min), seconds: 60)?.seconds == 60)
            #expect(calendar.deadline(from: .domainStart, seconds: Instant.domainEnd.seconds) == nil)
            #expect(calendar.deadline(from: Instant(seconds: .max), seconds: -60) == .domainEnd - 60)
            #expect(calendar.deadline(from: Instant(seconds: 59), seconds: -60) == nil)
            #expect(calendar.nextOpening(at: .domainEnd) == nil)
            #expect(calendar.deadline(from: .domainEnd, seconds: .min) == nil)
            #expect(calendar.deadline(from: .domainEnd, seconds: .max) == nil)
        }
        for hours in [
            "off", "unknown", "\"on request\"", "Mo-Fr 08:00-18:00; off", "2250 Mo-Fr 08:00-18:00", "PH 10:00-12:00",
        ] {
            let calendar = try calendar(hours)
            #expect(calendar.nextOpening(at: .domainStart) == nil, "\(hours)")
            #expect(calendar.nextClosing(at: .domainStart) == nil)
            #expect(calendar.elapsed(from: .domainStart, to: .domainEnd) == 0)
            #expect(calendar.deadline(from: .domainStart, seconds: 1) == nil)
            #expect(calendar.deadline(from: .domainEnd, seconds: -1) == nil)
            #expect(calendar.deadline(from: .domainStart, seconds: 0) == nil)
        }
    }

    @Test func `join ranges that adjoin across midnight and across the index`() throws {
        let calendar = try calendar("24/7; 2030 Jan 01 off", "UTC")
        #expect(calendar.nextClosing(at: .domainStart)?.rfc3339 == "2030-01-01T00:00:00Z")
        #expect(try calendar.nextOpening(at: instant("2030-01-01T00:00:00Z"))?.rfc3339 == "2030-01-02T00:00:00Z")
        #expect(try calendar.nextClosing(at: instant("2030-01-01T12:00:00Z")) == nil)
    }

    @Test func `find what is far away`() throws {
        let once = try calendar("2187 Jul 01 12:00-13:00", "UTC")
        #expect(once.nextOpening(at: .domainStart)?.rfc3339 == "2187-07-01T12:00:00Z")
        #expect(once.nextClosing(at: .domainStart)?.rfc3339 == "2187-07-01T13:00:00Z")
        #expect(once.nextOpening(at: .domainStart)?.rfc3339 == "2187-07-01T12:00:00Z", "also when all is remembered")
        #expect(once.deadline(from: .domainStart, seconds: 3_600)?.rfc3339 == "2187-07-01T13:00:00Z")
        let closedOnce = try calendar("24/7; 2187 Jul 01 12:00-13:00 off", "UTC")
        for _ in 0..<2 {
            #expect(closedOnce.nextClosing(at: .domainStart)?.rfc3339 == "2187-07-01T12:00:00Z")
            #expect(try closedOnce.nextClosing(at: instant("2187-07-01T12:30:00Z")) == nil)
        }
        // Open exactly where a chunk of the index begins, or closed exactly there.
        let edge = Instant(seconds: 1 << 24)
        #expect(edge.rfc3339 == "1970-07-14T04:20:16Z")
        let begins = try calendar("1970 Jul 14 04:20-24:00; 1970 Jul 15-Dec 31", "UTC")
        #expect(begins.nextClosing(at: edge)?.rfc3339 == "1971-01-01T00:00:00Z")
        #expect(begins.nextClosing(at: .domainStart)?.rfc3339 == "1971-01-01T00:00:00Z")
    }

    @Test func `of tiny intervals stay small and exact`() throws {
        let ranges = (0..<600).map { index in
            let (start, end) = (index * 2, index * 2 + 1)
            return
                "\(start / 60):\(start % 60 < 10 ? "0" : "")\(start % 60)-\(end / 60):\(end % 60 < 10 ? "0" : "")\(end % 60)"
        }
        let calendar = try calendar(ranges.joined(separator: ","), "UTC")
        let early = try instant("2186-01-01T00:00:00Z")
        #expect(calendar.elapsed(from: early, to: .domainEnd) == (Instant.domainEnd - early) / 86_400 * 36_000)
        let late = try instant("2199-06-01T00:00:30Z")
        #expect(calendar.deadline(from: late, seconds: 90)?.rfc3339 == "2199-06-01T00:03:00Z")
        #expect(calendar.deadline(from: late, seconds: -90)?.rfc3339 == "2199-05-31T19:58:00Z")
        #expect(calendar.footprint < 20 << 20)
    }
}
