import ServiceHours
import Testing

@Suite struct `Holidays from a calendar file` {
    private static let file = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260101
        SUMMARY:Neujahr\\, der
          erste Tag
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20261227
        SUMMARY:Weihnachten
        BEGIN:VALARM
        SUMMARY:Alarm
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20240229
        RRULE:FREQ=YEARLY;COUNT=3
        SUMMARY:Schalttag
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260504
        RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20300504
        DURATION:P2D
        EXDATE;VALUE=DATE:20280504
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260119
        RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=3MO;COUNT=2
        SUMMARY:Third Monday
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Berlin:20260302T090000
        SUMMARY:Besprechung
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260601
        RRULE:FREQ=WEEKLY
        SUMMARY:Weekly
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260701
        STATUS:CANCELLED
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260801
        DTEND;VALUE=DATE:20260701
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Nothing
        END:VEVENT
        END:VCALENDAR
        """

    @Test(
        "are the all-day events",
        arguments: [
            ("2026-01-01", "Neujahr, der erste Tag"), ("2025-01-01", nil), ("2026-12-23", nil),
            ("2026-12-24", "Weihnachten"),
            ("2026-12-26", "Weihnachten"), ("2026-12-27", nil), ("2024-02-29", "Schalttag"),
            ("2028-02-29", "Schalttag"),
            ("2032-02-29", "Schalttag"), ("2036-02-29", nil), ("2025-02-28", nil), ("2026-05-04", ""),
            ("2026-05-05", ""), ("2026-05-06", nil),
            ("2027-05-04", nil), ("2028-05-04", nil), ("2030-05-05", ""), ("2032-05-04", nil),
            ("2026-01-19", "Third Monday"),
            ("2027-01-18", "Third Monday"), ("2028-01-17", nil), ("2026-03-02", nil), ("2026-06-01", "Weekly"),
            ("2026-06-08", nil),
            ("2026-07-01", nil), ("2026-08-01", nil),
        ] as [(String, String?)])
    func days(text: String, name: String?) throws {
        for file in [Self.file, Self.file.replacing("\n", with: "\r\n")] {
            let holidays = try HolidaySet.iCalendar(file).holidays
            #expect(try holidays.contains(date(text)) == (name != nil))
            #expect(try holidays.name(on: date(text))?.text == name)
        }
    }

    @Test func `say what they leave out`() throws {
        let warnings = try HolidaySet.iCalendar(Self.file).warnings
        #expect(
            warnings.map { "\($0.code.rawValue)@\($0.line) \($0.summary)" } == [
                "timed-event@31 Besprechung", "unknown-rule@35 Weekly", "bad-duration@44 ", "no-date@48 Nothing",
            ])
    }

    @Test func `need a whole calendar`() {
        #expect { try HolidaySet.iCalendar("") } throws: { ($0 as? ICalendarError)?.code == .notCalendar }
        #expect { try HolidaySet.iCalendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\n") } throws: {
            ($0 as? ICalendarError)?.code == .truncated
        }
        let event = "BEGIN:VEVENT\nDTSTART:19700101\nDURATION:P366D\nRRULE:FREQ=YEARLY\nEND:VEVENT\n"
        let flood = "BEGIN:VCALENDAR\n" + String(repeating: event, count: 50)
        #expect { try HolidaySet.iCalendar(flood) } throws: { ($0 as? ICalendarError)?.code == .tooLarge }
    }

    @Test func `survive damage`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            var bytes = Array(Self.file.utf8)
            for _ in 0..<Int.random(in: 1...10, using: &generator) {
                bytes[.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            _ = try? HolidaySet.iCalendar(String(decoding: bytes, as: UTF8.self))
        }
    }
}
