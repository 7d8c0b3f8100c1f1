package import ServiceHours

/// The targets and calendars of the settings at one time. A clock keeps the version that was in force when it started.
package struct PolicyVersion: Hashable, Sendable, Codable {
    /// 1, 2, …
    package let number: Int
    /// Seconds since 1970: from when on new clocks use it. The first version covers everything earlier too.
    package let effectiveFromSeconds: Int64
    package let targets: [Target]
    package let calendars: [CalendarDefinition]

    package var effectiveFrom: Instant { Instant(seconds: effectiveFromSeconds) }

    package init(number: Int, effectiveFrom: Instant, targets: [Target], calendars: [CalendarDefinition]) {
        self.number = number
        self.effectiveFromSeconds = effectiveFrom.seconds
        self.targets = targets
        self.calendars = calendars
    }

    /// Whether both promise the same, whenever they took effect.
    package func promisesTheSame(as other: PolicyVersion) -> Bool {
        targets == other.targets && calendars == other.calendars
    }
}
