/// A service calendar as the settings state it, kept as a fact so that an old clock can be reckoned as it was promised.
package struct CalendarDefinition: Hashable, Sendable, Codable {
    package let name: String
    /// OSM opening_hours text.
    package let hours: String
    /// IANA name of the zone.
    package let timezone: String
    package let holidays: Holidays

    /// Where the days come from that `PH` means.
    package enum Holidays: Hashable, Sendable, Codable {
        case none
        /// A region code such as `DE-BE`.
        case region(String)
        /// Local dates, `YYYY-MM-DD`.
        case dates([String])
        /// The text of an iCalendar file, as it was when the policy was adopted.
        case calendar(text: String)
    }

    package init(name: String, hours: String, timezone: String, holidays: Holidays) {
        self.name = name
        self.hours = hours
        self.timezone = timezone
        self.holidays = holidays
    }
}
