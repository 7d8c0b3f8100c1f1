package import ServiceHours

/// Says opening hours as people write them, from the calendar that drives the clocks.
///
/// "Mon-Fri 6am-10pm, Sat-Sun 10am-10pm": days of the same hours together, full hours without minutes, the clock and
/// the words of the language's message catalogue.
package struct HoursText: Sendable {
    private let calendar: ServiceCalendar
    private let messages: MessageCatalogue

    /// The hours of a calendar in the words of a language.
    package init(_ calendar: ServiceCalendar, in pack: LanguagePack) {
        self.calendar = calendar
        messages = pack.messages
    }

    private static let daysAhead = 14
    /// From so many days on, a list of them says less than their first and last.
    private static let daysOfLongClosure = 3

    // MARK: The week

    /// The regular week around an instant; nil when the desk is never open.
    package func week(at now: Instant) -> String? {
        let week = RegularWeek(of: calendar, from: calendar.zone.localTime(at: now).date)
        guard !week.isNeverOpen else { return nil }
        if week.isAlwaysOpen { return messages.text(.hoursAlways) }
        var groups: [(hours: [Range<Int>], days: [Int])] = []
        for (day, hours) in week.days.enumerated() where !hours.isEmpty {
            if let known = groups.firstIndex(where: { $0.hours == hours }) {
                groups[known].days.append(day)
            } else {
                groups.append((hours, [day]))
            }
        }
        let rules = groups.map { group in
            messages.text(.hoursRule, ["days": days(group.days), "times": times(group.hours)])
        }
        return rules.joined(separator: messages.text(.hoursSeparator))
    }

    private func days(_ days: [Int]) -> String {
        if days.count == 7 { return messages.text(.hoursDaily) }
        var runs: [ClosedRange<Int>] = []
        for day in days {
            if let last = runs.last, last.upperBound + 1 == day {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        let texts = runs.map { run in
            run.count == 1
                ? shortName(run.lowerBound)
                : messages.text(.hoursDays, ["from": shortName(run.lowerBound), "to": shortName(run.upperBound)])
        }
        return texts.joined(separator: messages.text(.hoursDaySeparator))
    }

    private func shortName(_ day: Int) -> String {
        Weekday(rawValue: day + 1).map { messages.shortWeekday($0) } ?? ""
    }

    /// The regular week, or that there is none at present and when that changes.
    package func summary(at now: Instant) -> String {
        if let week = week(at: now) { return week }
        let opening = specialDays(at: now).isEmpty ? nextOpening(at: now) : nil
        return ([messages.text(.hoursNever)] + (opening.map { [$0] } ?? [])).joined(
            separator: messages.text(.hoursSeparator))
    }

    // MARK: Days that differ

    /// The days that are not as usual, of the fourteen from an instant on.
    package func specialDays(at now: Instant) -> [SpecialDay] {
        days(at: now).filter(\.isSpecial).map(\.day)
    }

    /// What is different in the fourteen days from an instant on; nil when nothing is.
    package func exceptions(at now: Instant) -> String? {
        let texts = exceptionTexts(at: now)
        return texts.isEmpty ? nil : texts.joined(separator: messages.text(.hoursSeparator))
    }

    /// The same, one text for each day; a desk that closes for longer says so once.
    package func exceptionTexts(at now: Instant) -> [String] {
        var texts: [String] = []
        var closed: [SpecialDay] = []
        for (day, isSpecial) in days(at: now) {
            if day.open.isEmpty {
                if isSpecial { closed.append(day) }
            } else {
                texts += closures(closed)
                closed = []
                if isSpecial {
                    texts.append(
                        messages.text(.exceptionOpen, ["date": text(of: day.date), "times": times(day.open)]))
                }
            }
        }
        return texts + closures(closed)
    }

    /// Days that are closed and would not be, between which the desk does not open.
    private func closures(_ days: [SpecialDay]) -> [String] {
        if days.count >= Self.daysOfLongClosure, let first = days.first, let last = days.last {
            return [messages.text(.exceptionSpan, ["from": text(of: first.date), "to": text(of: last.date)])]
        }
        return days.map { day in
            let date = text(of: day.date)
            guard let holiday = day.holiday else { return messages.text(.exceptionClosed, ["date": date]) }
            return messages.text(.exceptionHoliday, ["date": date, "holiday": holiday])
        }
    }

    /// Today and the days after it, and whether each differs from what is usual; nights belong to the day they begin on.
    private func days(at now: Instant) -> [(day: SpecialDay, isSpecial: Bool)] {
        let today = calendar.zone.localTime(at: now).date
        let week = RegularWeek(of: calendar, from: today)
        let listings = calendar.days(from: today + -1, count: Self.daysAhead + 2)
        let open = RegularWeek.joiningNights(listings.map(\.open))
        return zip(listings, open).dropFirst().dropLast().map { listing, open in
            let day = SpecialDay(
                date: listing.date, open: open, holiday: listing.holiday.flatMap { messages.holiday($0) })
            return (day, open != week.days[listing.date.weekday.rawValue - 1])
        }
    }

    private func text(of date: CivilDate) -> String {
        messages.text(
            .date,
            [
                "weekday": messages.shortWeekday(date.weekday), "day": String(date.day),
                "month": messages.month(date.month),
            ])
    }

    // MARK: The next opening

    /// When the desk opens next, in words that hold for the day of `now`; nil when it is open or never opens again.
    package func nextOpening(at now: Instant) -> String? {
        guard let opening = calendar.nextOpening(at: now), opening > now else { return nil }
        let today = calendar.zone.localTime(at: now).date
        let local = calendar.zone.localTime(at: opening)
        let time = clock(local.secondOfDay / 60, isEnd: false)
        switch local.date - today {
        case 0: return messages.text(.nextToday, ["time": time])
        case 1: return messages.text(.nextTomorrow, ["time": time])
        case 2...6:
            return messages.text(.nextWeekday, ["weekday": messages.weekday(local.date.weekday), "time": time])
        default: return messages.text(.nextDate, ["date": text(of: local.date), "time": time])
        }
    }

    /// Until when words like "tomorrow" said at `now` stay true: the next opening or local midnight, what comes first.
    package func nextOpeningHolds(at now: Instant) -> Instant? {
        guard let opening = calendar.nextOpening(at: now), opening > now else { return nil }
        let tomorrow = calendar.zone.localTime(at: now).date + 1
        guard let midnight = calendar.zone.instants(on: tomorrow, secondOfDay: 0).first else { return opening }
        return min(opening, midnight)
    }

    // MARK: Times

    private func times(_ ranges: [Range<Int>]) -> String {
        let stretches = ranges.map { range in
            messages.text(
                .hoursStretch,
                ["from": clock(range.lowerBound, isEnd: false), "to": clock(range.upperBound, isEnd: true)])
        }
        return stretches.joined(separator: messages.text(.hoursAnd))
    }

    private func clock(_ minutes: Int, isEnd: Bool) -> String {
        if minutes == 0 { return messages.text(.timeStartOfDay) }
        if minutes == 1_440 { return messages.text(isEnd ? .timeEndOfDay : .timeStartOfDay) }
        let minute = minutes % 60
        let hour = minutes / 60 % 24
        let shown = messages.usesTwelveHours ? (hour + 11) % 12 + 1 : hour
        let time =
            minute == 0
            ? messages.text(.timeHour, ["hour": String(shown)])
            : messages.text(.timeMinute, ["hour": String(shown), "minute": minute < 10 ? "0\(minute)" : "\(minute)"])
        guard messages.usesTwelveHours else { return time }
        return messages.text(hour < 12 ? .timeAM : .timePM, ["time": time])
    }
}
