/// A service calendar: opening hours in a time zone with their holidays, and all reckoning in service time.
///
/// Pure: two calendars of the same parts are equal and give the same answers. It remembers the open intervals around the instants it was
/// asked about, so that every answer is a binary search, however far its ends are apart. Service time exists from 1970 until 2200;
/// outside it every desk is closed.
package final class ServiceCalendar: Sendable {
    package let hours: OpeningHours
    package let zone: ZoneRules
    package let holidays: HolidaySet

    private let shape: Shape
    private let index: OpenIndex

    private enum Shape: Sendable {
        /// 24/7: real time is service time.
        case always
        case never
        case varying
    }

    package init(hours: OpeningHours, zone: ZoneRules, holidays: HolidaySet) {
        self.hours = hours
        self.zone = zone
        self.holidays = holidays
        shape = hours.isAlwaysOpen ? .always : hours.isNeverOpen ? .never : .varying
        index = OpenIndex(IntervalSource(hours: hours, zone: zone, holidays: holidays))
    }

    /// The word for a deadline that the domain never reaches, where an error code is asked for.
    package static let neverReached = "neverReached"

    /// Whether the desk is open in the second that begins at the instant.
    package func isOpen(at instant: Instant) -> Bool {
        elapsed(from: instant, to: instant + 1) == 1
    }

    /// The earliest open instant at or after `instant`, so `instant` itself when open; nil when the desk never opens again.
    package func nextOpening(at instant: Instant) -> Instant? {
        guard instant < .domainEnd else { return nil }
        let from = max(instant, .domainStart)
        switch shape {
        case .always: return from
        case .never: return nil
        case .varying: return index.opening(atOrAfter: from.seconds).map(Instant.init(seconds:))
        }
    }

    /// The end of the open time that contains the next opening; ranges that adjoin are one.
    ///
    /// Nil when the desk never opens again or, once open, never closes.
    package func nextClosing(at instant: Instant) -> Instant? {
        guard instant < .domainEnd, shape == .varying else { return nil }
        guard let closing = index.closing(atOrAfter: max(instant, .domainStart).seconds),
            closing < Instant.domainEnd.seconds
        else { return nil }
        return Instant(seconds: closing)
    }

    /// The open seconds in `from ..< to`; negative when `to` is the earlier one.
    package func elapsed(from: Instant, to: Instant) -> Seconds {
        let start = Self.bounded(from)
        let end = Self.bounded(to)
        switch shape {
        case .always: return end - start
        case .never: return 0
        case .varying: return index.elapsed(from: start, to: end)
        }
    }

    /// The instant at which `seconds` of service time have passed since `from`; nil when the domain ends before.
    ///
    /// A positive span is over at the earliest such instant: one used up at a closing is due at that closing, not at the next opening.
    /// A negative one reaches back to the latest instant from which it takes that long; 0 gives the next opening.
    package func deadline(from: Instant, seconds: Seconds) -> Instant? {
        if seconds == 0 { return nextOpening(at: from) }
        let start = Self.bounded(from)
        let reached: Int64?
        switch shape {
        case .never:
            return nil
        case .always:
            reached = start.addingWithinBounds(seconds)
        case .varying:
            reached =
                seconds > 0
                ? index.deadline(from: start, span: seconds) : index.start(before: start, span: 0 &- seconds)
        }
        guard let reached, reached >= 0, reached < Instant.domainEnd.seconds else { return nil }
        return Instant(seconds: reached)
    }

    /// The bytes that it takes with its parts and the remembered intervals, roughly; the zone is shared and not counted.
    package var footprint: Int { index.footprint + hours.footprint + holidays.footprint + 400 }

    private static func bounded(_ instant: Instant) -> Int64 {
        min(max(instant.seconds, 0), Instant.domainEnd.seconds)
    }
}

extension ServiceCalendar: Hashable {
    package static func == (left: ServiceCalendar, right: ServiceCalendar) -> Bool {
        left === right || (left.hours == right.hours && left.zone == right.zone && left.holidays == right.holidays)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(hours)
        hasher.combine(zone)
        hasher.combine(holidays)
    }
}
