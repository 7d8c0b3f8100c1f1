import ServiceHours

/// A text of the message catalogue that drafts need; the raw value is its key in the file.
enum MessageKey: String, Hashable, Sendable, CaseIterable {
    /// The variants that a template of this language must have.
    case registers
    /// `24` or `12`.
    case clock
    /// A full hour: `{hour}`.
    case timeHour = "time.hour"
    /// `{hour}` and `{minute}`.
    case timeMinute = "time.minute"
    /// `{time}` before noon on a 12-hour clock.
    case timeAM = "time.am"
    case timePM = "time.pm"
    case timeStartOfDay = "time.start_of_day"
    case timeEndOfDay = "time.end_of_day"

    /// `{from}` and `{to}` of one stretch.
    case hoursStretch = "hours.stretch"
    case hoursAnd = "hours.and"
    /// `{days}` and `{times}`.
    case hoursRule = "hours.rule"
    case hoursSeparator = "hours.separator"
    case hoursDays = "hours.days"
    case hoursDaySeparator = "hours.day_separator"
    case hoursDaily = "hours.daily"
    case hoursAlways = "hours.always"
    case hoursNever = "hours.never"

    /// `{date}`.
    case exceptionClosed = "exception.closed"
    /// `{date}` and `{holiday}`.
    case exceptionHoliday = "exception.holiday"
    /// `{date}` and `{times}`.
    case exceptionOpen = "exception.open"
    /// `{from}` and `{to}`, the first and the last date.
    case exceptionSpan = "exception.span"
    /// `{weekday}`, `{day}` and `{month}`.
    case date

    /// `{time}` of an opening today.
    case nextToday = "next.today"
    case nextTomorrow = "next.tomorrow"
    /// `{weekday}` and `{time}`.
    case nextWeekday = "next.weekday"
    /// `{date}` and `{time}`.
    case nextDate = "next.date"

    /// The placeholders its text must and may have.
    var placeholders: Set<String> {
        switch self {
        case .timeHour: ["hour"]
        case .timeMinute: ["hour", "minute"]
        case .timeAM, .timePM, .nextToday, .nextTomorrow: ["time"]
        case .hoursStretch, .hoursDays, .exceptionSpan: ["from", "to"]
        case .hoursRule: ["days", "times"]
        case .exceptionClosed: ["date"]
        case .exceptionHoliday: ["date", "holiday"]
        case .exceptionOpen: ["date", "times"]
        case .date: ["weekday", "day", "month"]
        case .nextWeekday: ["weekday", "time"]
        case .nextDate: ["date", "time"]
        default: []
        }
    }

    /// The keys of names: weekdays (short and long), months, and holidays, of which a catalogue may leave some out.
    static let weekdays = Weekday.allCases.map { "weekday.\($0.rawValue)" }
    static let shortWeekdays = Weekday.allCases.map { "weekday.short.\($0.rawValue)" }
    static let months = (1...12).map { "month.\($0)" }
    static let holidays = KnownHoliday.allCases.map { "holiday.\($0.rawValue)" }
}
