package import ServiceHours

/// Everything that is to be said of a clock at one instant: a pure function of the clock, its calendar and that instant.
package struct ClockVerdict: Hashable, Sendable {
    /// `first_response`, `next_response` or `resolution`: the word of every output.
    package let kind: String
    package let origin: String
    package let startedAt: Instant
    /// The first open instant from `startedAt` on; nil when the desk never opens again.
    package let countsFrom: Instant?
    package let state: ClockState
    /// nil while the count stands still, and when the calendar never opens long enough.
    package let dueAt: Instant?
    /// nil while it runs or is paused.
    package let endedAt: Instant?
    /// Service seconds that counted.
    package let elapsed: Seconds
    /// Service seconds promised.
    package let target: Seconds
    package let targetName: String
    package let policy: Int
    /// The due time, or that of the change of priority that made it overdue; nil unless breached.
    package let breachedAt: Instant?
    /// When the breach could be known: not before the post it counts from was seen; nil unless breached.
    package let detectedAt: Instant?
    /// Service seconds that passed beyond the due time, 0 in time.
    package let lateService: Seconds
    /// The same by the clock on the wall.
    package let lateWall: Seconds

    private let calendar: ServiceCalendar

    package init(of clock: ResponseClock, at now: Instant, in calendar: ServiceCalendar) {
        let end = clock.ending?.at ?? now
        self.init(
            kind: clock.kind.rawValue, origin: clock.origin, startedAt: clock.startedAt, seenAt: clock.seenAt,
            state: clock.state(at: now), dueAt: clock.dueAt, endedAt: clock.ending?.at, end: end,
            elapsed: max(0, calendar.elapsed(from: clock.startedAt, to: end)), target: clock.target,
            targetName: clock.targetName, policy: clock.policy, retargetedAt: clock.retargetedAt, calendar: calendar)
    }

    package init(of clock: ResolutionClock, at now: Instant, in calendar: ServiceCalendar) {
        let state = clock.state(at: now)
        let endedAt = clock.ending.flatMap { $0.at <= now ? $0.at : nil }
        self.init(
            kind: "resolution", origin: clock.origin, startedAt: clock.startedAt, seenAt: clock.seenAt, state: state,
            dueAt: state == .paused ? nil : clock.dueAt, endedAt: endedAt, end: endedAt ?? now,
            elapsed: clock.elapsed(until: now, in: calendar), target: clock.target, targetName: clock.targetName,
            policy: clock.policy, retargetedAt: clock.retargetedAt, calendar: calendar)
    }

    private init(
        kind: String, origin: String, startedAt: Instant, seenAt: Instant, state: ClockState, dueAt: Instant?,
        endedAt: Instant?, end: Instant, elapsed: Seconds, target: Seconds, targetName: String, policy: Int,
        retargetedAt: Instant?, calendar: ServiceCalendar
    ) {
        self.kind = kind
        self.origin = origin
        self.startedAt = startedAt
        self.countsFrom = calendar.nextOpening(at: startedAt)
        self.state = state
        self.dueAt = dueAt
        self.endedAt = endedAt
        self.elapsed = elapsed
        self.target = target
        self.targetName = targetName
        self.policy = policy
        self.calendar = calendar
        if state == .breached, let dueAt {
            let breached = max(dueAt, retargetedAt ?? dueAt)
            breachedAt = breached
            detectedAt = max(breached, seenAt)
            lateService = max(0, elapsed - target)
            lateWall = end - dueAt
        } else {
            breachedAt = nil
            detectedAt = nil
            lateService = 0
            lateWall = 0
        }
    }

    /// Service seconds that are left, 0 once they are used up.
    package var remaining: Seconds { max(0, target - elapsed) }

    /// The share of the promised time that is used, in percent; above 100 when it is broken.
    package var percentUsed: Int {
        guard target > 0 else { return 0 }
        let (product, overflow) = elapsed.multipliedReportingOverflow(by: 100)
        return overflow ? Int.max : Int(clamping: product / target)
    }

    /// When `lead` service seconds are left before the due time, not before the count begins; nil without a due time.
    package func warnAt(lead: Seconds) -> Instant? {
        guard let dueAt, let countsFrom else { return nil }
        guard lead > 0 else { return dueAt }
        return max(calendar.deadline(from: dueAt, seconds: -lead) ?? countsFrom, countsFrom)
    }

    /// When `percent` of the promised time are used; nil without a due time.
    package func warnAt(percent: Int) -> Instant? {
        let (share, overflow) = target.multipliedReportingOverflow(by: Int64(percent))
        return overflow ? nil : warnAt(lead: target - share / 100)
    }
}
