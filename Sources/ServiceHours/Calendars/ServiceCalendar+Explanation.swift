extension ServiceCalendar {
    /// Why `seconds` of service time from `from` on end when they do: every counted and every skipped stretch, in order.
    ///
    /// What the steps count adds up to `seconds`, or to its magnitude when it is negative and the steps lead up to `from`. After `limit`
    /// steps the rest is one. Nil when the deadline is never reached.
    package func explain(from: Instant, seconds: Seconds, limit: Int = 1_000) -> [ServiceStep]? {
        guard let deadline = deadline(from: from, seconds: seconds) else { return nil }
        return explain(from: min(from, deadline), to: max(from, deadline), limit: limit)
    }

    /// Every counted and every skipped stretch of `from ..< to` in order; after `limit` steps the rest is one.
    ///
    /// What they count adds up to `elapsed(from:to:)`. What lies outside the domain is closed by hours.
    package func explain(from: Instant, to: Instant, limit: Int = 1_000) -> [ServiceStep] {
        guard from < to else { return [] }
        let start = min(max(from, .domainStart), .domainEnd)
        let end = min(max(to, .domainStart), .domainEnd)
        var steps = StepList(limit: limit)
        if from < start { steps.append(from: from, to: min(start, to), why: .closed(remark: nil)) }
        if start < end { explain(from: start, to: end, into: &steps) }
        if max(end, from) < to { steps.append(from: max(end, from), to: to, why: .closed(remark: nil)) }

        var list = steps.steps
        if let last = list.last, last.to < to {
            list.append(ServiceStep(from: last.to, to: to, counted: elapsed(from: last.to, to: to), why: .combined))
        }
        return list
    }

    private func explain(from start: Instant, to end: Instant, into steps: inout StepList) {
        var changes = zone.transitions(from: start + 1, to: end).filter { $0.jump != 0 }[...]
        var walk = WallClockWalk(
            hours: hours, zone: zone, holidays: holidays, start: start.seconds, end: end.seconds)
        let planner = walk.planner
        walk.walk(from: start.seconds, to: end.seconds) { stretch in
            if let change = changes.first, change.at.seconds <= stretch.start {
                changes.removeFirst()
                steps.append(from: change.at, to: change.at, why: .zoneChange(by: change.jump))
            }
            steps.append(
                from: Instant(seconds: stretch.start), to: Instant(seconds: stretch.end),
                why: reason(for: stretch, planner))
            return !steps.isFull
        }
    }

    private func reason(for stretch: WallClockWalk.Stretch, _ planner: DayPlanner) -> ServiceReason {
        if stretch.span.isOpen { return .open }
        guard let rule = stretch.span.rule ?? stretch.replacedBy else { return .closed(remark: nil) }
        let day = stretch.span.rule != nil && stretch.span.runsOver ? stretch.day - 1 : stretch.day
        if let date = planner.holiday(of: rule, on: day) {
            return .holiday(Holiday(date: date, name: holidays.name(on: date) ?? .given(date.iso8601)))
        }
        return .closed(remark: stretch.span.rule.flatMap { hours.rules[$0].comment })
    }
}

/// Steps in order, those that follow one another for the same reason as one.
private struct StepList {
    private(set) var steps: [ServiceStep] = []
    let limit: Int

    init(limit: Int) {
        self.limit = max(limit, 1)
    }

    /// Whether only the summary of the rest has room.
    var isFull: Bool { steps.count >= limit }

    mutating func append(from: Instant, to: Instant, why: ServiceReason) {
        if let last = steps.last, last.to == from, last.why == why {
            steps[steps.count - 1] = step(from: last.from, to: to, why: why)
        } else if !isFull {
            steps.append(step(from: from, to: to, why: why))
        }
    }

    private func step(from: Instant, to: Instant, why: ServiceReason) -> ServiceStep {
        ServiceStep(from: from, to: to, counted: why == .open ? to - from : 0, why: why)
    }
}
