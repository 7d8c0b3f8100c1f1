/// Why a text could not be taken as a calendar file.
package struct ICalendarError: Error, Hashable, Sendable {
    /// What kind of fault it is; fixed words, safe as a label.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        /// There is no `BEGIN:VCALENDAR`.
        case notCalendar = "not-calendar"
        /// The file ends inside an event.
        case truncated
        /// It describes more holidays than a service calendar can mean.
        case tooLarge = "too-large"
    }

    package let code: Code
    /// The line, counted from 1, at which the fault was noticed.
    package let line: Int
    /// What is wrong, as the middle of a sentence.
    package let message: String
    /// What the operator can do.
    package let advice: String
}

/// Something in a calendar file that was left out of the holidays.
package struct ICalendarWarning: Hashable, Sendable {
    /// What kind of thing was left out; fixed words, safe as a label.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        /// An event with a time of day is no holiday.
        case timedEvent = "timed-event"
        /// The event has no date that can be read.
        case noDate = "no-date"
        /// The event ends before it begins, or lasts longer than a year.
        case badDuration = "bad-duration"
        /// Its rule of repetition is not understood; only its first occurrence counts.
        case unknownRule = "unknown-rule"
    }

    package let code: Code
    /// The line, counted from 1, on which the event begins.
    package let line: Int
    /// The event's summary, empty when it has none.
    package let summary: String

    /// What was left out and why, as a sentence without its full stop.
    package var message: String {
        switch code {
        case .timedEvent: "an event with a time of day is no holiday"
        case .noDate: "an event without a date that can be read is no holiday"
        case .badDuration: "an event that ends before it begins, or lasts longer than a year, is no holiday"
        case .unknownRule: "an event repeats in a way that is not understood, so only its first day counts"
        }
    }

    /// What to do about it.
    package var advice: String {
        switch code {
        case .timedEvent: "make it last all day if the desk is closed, else remove it"
        case .noDate: "give it a date such as DTSTART;VALUE=DATE:20261224"
        case .badDuration: "correct its end"
        case .unknownRule: "let it repeat yearly, or write out its dates"
        }
    }
}
