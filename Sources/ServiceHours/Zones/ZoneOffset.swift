/// What clocks of a zone show for a while: how far ahead of UTC they are, and under which name.
package struct ZoneOffset: Hashable, Sendable {
    /// Local time minus UTC, within ±26 hours.
    package let seconds: Seconds
    /// Whether the zone calls this its summer time.
    package let isDaylight: Bool
    /// `CET`, `CEST`, `+0545`.
    package let abbreviation: String

    package init(seconds: Seconds, isDaylight: Bool, abbreviation: String) {
        self.seconds = seconds
        self.isDaylight = isDaylight
        self.abbreviation = abbreviation
    }
}

/// A change of a zone's offset.
package struct ZoneTransition: Hashable, Sendable {
    /// The first instant of the new offset.
    package let at: Instant
    package let before: ZoneOffset
    package let after: ZoneOffset

    /// How far the wall clock jumps: positive in spring (local times are skipped), negative in autumn (they repeat).
    package var jump: Seconds { after.seconds - before.seconds }
}
