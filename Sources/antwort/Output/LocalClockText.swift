import ServiceHours

/// Times and spans as people read them.
enum LocalClockText {
    /// `Fr 2026-03-06 16:40 CET`.
    static func moment(_ instant: Instant, in zone: ZoneRules) -> String {
        let local = zone.localTime(at: instant)
        return "\(weekday(local.date)) \(local.text)"
    }

    /// `Fr 16:40` for a day of the same week, else the date: for the narrow column of a table.
    static func short(_ instant: Instant, now: Instant, in zone: ZoneRules) -> String {
        let local = zone.localTime(at: instant)
        let minutes = local.secondOfDay / 60
        let time = twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
        let days = local.date - zone.localTime(at: now).date
        return abs(days) < 7 ? "\(weekday(local.date)) \(time)" : "\(local.date.iso8601) \(time)"
    }

    /// `1 h 05 min`, `12 min`, `40 s`, `3 d 4 h`.
    static func span(_ seconds: Seconds) -> String {
        let seconds = abs(seconds)
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min" }
        if seconds < 86_400 { return "\(seconds / 3600) h \(twoDigits(Int(seconds / 60 % 60))) min" }
        return "\(seconds / 86_400) d \(seconds / 3600 % 24) h"
    }

    private static func weekday(_ date: CivilDate) -> String { date.weekday.code }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
