extension HolidaySet {
    /// Takes the all-day events of a calendar file (RFC 5545) as holidays, named by their summaries.
    ///
    /// Understands folded lines, events over several days (the end is exclusive), `DURATION` in days or weeks, yearly repetition with
    /// `COUNT`, `UNTIL`, `INTERVAL`, `BYMONTH`, `BYMONTHDAY` or an nth `BYDAY`, and the single dates of `RDATE` and `EXDATE`.
    /// Cancelled events do not count. What is left out for another reason is told in the warnings.
    package static func iCalendar(
        _ text: String
    ) throws(ICalendarError) -> (holidays: HolidaySet, warnings: [ICalendarWarning]) {
        var reader = ICalendarReader()
        try reader.read(ICalendarLine.lines(of: text))
        return (HolidaySet(reader.holidays), reader.warnings)
    }
}

/// Gathers the events of a calendar file.
private struct ICalendarReader {
    private(set) var holidays: [Holiday] = []
    private(set) var warnings: [ICalendarWarning] = []

    /// More days than the domain has: a file beyond it is an attack or a mistake.
    private static let mostHolidays = 100_000

    fileprivate struct Event {
        let line: Int
        var start: ICalendarLine?
        var end: ICalendarLine?
        var duration: ICalendarLine?
        var rule: ICalendarLine?
        var summary = ""
        var added: [CivilDate] = []
        var excluded: Set<CivilDate> = []
        var isCancelled = false
    }

    mutating func read(_ lines: [ICalendarLine]) throws(ICalendarError) {
        guard lines.contains(where: { $0.name == "BEGIN" && $0.text.uppercased() == "VCALENDAR" }) else {
            throw ICalendarError(
                code: .notCalendar, line: 1, message: "there is no BEGIN:VCALENDAR",
                advice: "export the calendar as an .ics file")
        }
        var event: Event?
        var nested = 0
        for line in lines {
            if line.name == "BEGIN" {
                if event != nil {
                    nested += 1
                } else if line.text.uppercased() == "VEVENT" {
                    event = Event(line: line.number)
                }
            } else if line.name == "END", nested > 0 {
                nested -= 1
            } else if line.name == "END", let finished = event {
                try add(finished)
                event = nil
            } else if nested == 0 {
                event?.take(line)
            }
        }
        if let event {
            throw ICalendarError(
                code: .truncated, line: event.line, message: "the file ends inside an event",
                advice: "export the calendar again, completely")
        }
    }

    private mutating func add(_ event: Event) throws(ICalendarError) {
        guard !event.isCancelled else { return }
        guard let start = event.start else { return warn(.noDate, event) }
        guard let first = CivilDate(basic: start.value) else {
            return warn(start.value.contains(0x54) ? .timedEvent : .noDate, event)
        }
        guard let days = event.days(from: first), (1...366).contains(days) else { return warn(.badDuration, event) }

        var starts = [first]
        if let line = event.rule {
            if let rule = YearlyRule(line.value) {
                starts = rule.occurrences(from: first)
            } else {
                warn(.unknownRule, event)
            }
        }
        for start in starts + event.added where !event.excluded.contains(start) {
            for day in 0..<days { holidays.append(Holiday(date: start + day, name: .given(event.summary))) }
            guard holidays.count <= Self.mostHolidays else {
                throw ICalendarError(
                    code: .tooLarge, line: event.line,
                    message: "the events up to here make more than \(Self.mostHolidays) days",
                    advice: "keep only the holidays in the file")
            }
        }
    }

    private mutating func warn(_ code: ICalendarWarning.Code, _ event: Event) {
        warnings.append(ICalendarWarning(code: code, line: event.line, summary: event.summary))
    }
}

extension ICalendarReader.Event {
    fileprivate mutating func take(_ line: ICalendarLine) {
        switch line.name {
        case "DTSTART": start = line
        case "DTEND": end = line
        case "DURATION": duration = line
        case "RRULE": rule = line
        case "SUMMARY": summary = line.text
        case "RDATE": added += line.dates
        case "EXDATE": excluded.formUnion(line.dates)
        case "STATUS": isCancelled = line.text.uppercased() == "CANCELLED"
        default: break
        }
    }

    /// How many days the event lasts; nil when its end cannot be read.
    fileprivate func days(from first: CivilDate) -> Int? {
        if let end { return CivilDate(basic: end.value).map { max($0 - first, $0 == first ? 1 : 0) } }
        guard let duration else { return 1 }

        // PnD or PnW; anything finer is no whole day.
        let value = duration.value
        guard value.first == 0x50, let unit = value.last,
            let number = Int(String(decoding: value.dropFirst().dropLast(), as: UTF8.self)),
            (1...366).contains(number)
        else { return nil }
        return unit == 0x44 ? number : unit == 0x57 ? number * 7 : nil
    }
}
