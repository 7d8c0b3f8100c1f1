package import ServiceHours

extension ServiceCalendar {
    /// The last instant at which an answer is in time; nil when the calendar does not open long enough any more.
    package func due(from start: Instant, after seconds: Seconds) -> Instant? {
        deadline(from: start, seconds: seconds)
    }
}
