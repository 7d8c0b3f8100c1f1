import ServiceHours
import Testing

/// An instant written in the test itself.
func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text), "\(text) is no instant")
}

/// A date written in the test itself.
func date(_ text: String) throws -> CivilDate {
    try #require(CivilDate(iso8601: text), "\(text) is no date")
}

/// A calendar of these parts.
func calendar(
    _ hours: String, _ zone: String = "Europe/Berlin", holidays: HolidaySet = .none
) throws -> ServiceCalendar {
    ServiceCalendar(hours: try OpeningHours(hours), zone: try ZoneFiles.zone(zone), holidays: holidays)
}
