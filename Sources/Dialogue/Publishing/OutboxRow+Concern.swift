package import ServiceHours

extension OutboxRow {
    /// How long, in service time, a row may be uncertain or held before somebody is told.
    package static let patience: Seconds = 15 * 60

    /// Whether somebody has to be told that this reply is stuck: uncertain or held for longer than ``patience`` in opening hours.
    package func isOverdue(at now: Instant, in calendar: ServiceCalendar) -> Bool {
        switch progress.state {
        case .uncertain, .held: calendar.elapsed(from: progress.since, to: now) > Self.patience
        case .approved, .sending, .sent, .failed, .cancelled: false
        }
    }
}
