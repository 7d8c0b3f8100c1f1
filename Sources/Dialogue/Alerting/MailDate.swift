import ServiceHours

/// Dates as mail headers write them.
enum MailDate {
    /// `Mon, 02 Mar 2026 08:00:00 +0000` (RFC 5322, section 3.3); in UTC.
    static func text(_ instant: Instant) -> String {
        let local = ZoneRules.utc.localTime(at: instant)
        let (year, month, day) = local.date.fields
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][local.date.weekday.rawValue - 1]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [local.secondOfDay / 3600, local.secondOfDay / 60 % 60, local.secondOfDay % 60]
        let clock = time.map(pair).joined(separator: ":")
        return "\(weekday), \(pair(day)) \(months[month - 1]) \(year) \(clock) +0000"
    }

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
