/// One rule of opening hours: on which days, from when to when, open or not.
struct HoursRule: Hashable, Sendable {
    /// How the rule stands to those before it.
    enum Introduction: Hashable, Sendable {
        /// First, or behind `;`: replaces what was said about the day.
        case replacing
        /// Behind `, `: adds to it.
        case additional
        /// Behind `||`: counts where nothing else is said.
        case fallback
    }

    enum State: Hashable, Sendable {
        case open, off
        /// Said to be unknown, or with a comment only; counts as closed.
        case unknown
    }

    let introduction: Introduction
    let selector: DaySelector
    /// Minutes from local midnight, up to 2,880: what lies past 1,440 runs over into the next day.
    let times: [Range<Int>]
    let state: State
    let comment: String?
    /// The Unicode scalars before the rule in its text.
    let position: Int

    /// Whether the rule empties the day before it speaks.
    var replacesDay: Bool { introduction == .replacing && state != .off }

    /// Whether the rule runs over midnight.
    var runsOver: Bool { times.contains { $0.upperBound > HoursRule.dayLength } }

    /// Minutes of a day on the wall clock.
    static let dayLength = 1440
}
