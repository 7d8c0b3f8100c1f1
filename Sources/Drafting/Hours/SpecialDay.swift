package import ServiceHours

/// A date on which a desk is not open as it usually is on that weekday.
package struct SpecialDay: Hashable, Sendable {
    package let date: CivilDate
    /// When it is open, in minutes from local midnight; what runs over midnight ends beyond 1,440. Empty when it is closed.
    package let open: [Range<Int>]
    /// What the holiday on this date is called in the words of a language; nil where it is none, or has no name there.
    package let holiday: String?
}
