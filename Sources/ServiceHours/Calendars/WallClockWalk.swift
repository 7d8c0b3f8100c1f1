/// Walks through real time and says, span by span, what the wall clock's rules make of it.
///
/// "Open" is a function of the local date and minute, so each stretch of constant offset is read off the wall clock on its own: gaps and
/// folds of summer time, skipped and repeated dates follow by themselves.
struct WallClockWalk {
    private let zone: ZoneRules
    private(set) var planner: DayPlanner

    /// A stretch of real time within one local date that one rule decides.
    struct Stretch {
        let start: Int64
        let end: Int64
        /// Local date, in days since 1970-01-01.
        let day: Int
        let span: DayPlan.Span
        let replacedBy: Int?
    }

    /// A walk anywhere in `start ..< end`.
    init(hours: OpeningHours, zone: ZoneRules, holidays: HolidaySet, start: Int64, end: Int64) {
        self.zone = zone
        // Offsets reach 26 hours, and a day asks about the one before it.
        planner = DayPlanner(
            hours, holidays: holidays, days: Int(start / 86_400) - 3...Int(end / 86_400) + 3)
    }

    /// Hands over the stretches of `start ..< end` in order; ends early when `body` says false.
    mutating func walk(from start: Int64, to end: Int64, _ body: (Stretch) -> Bool) {
        var from = start
        var span = zone.span(at: start)
        while from < end {
            let to = span < zone.changes.count ? min(zone.changes[span], end) : end
            guard walk(from: from, to: to, offset: zone.offset(ofSpan: span).seconds, body) else { return }
            from = to
            span += 1
        }
    }

    private mutating func walk(from start: Int64, to end: Int64, offset: Int64, _ body: (Stretch) -> Bool) -> Bool {
        var day = (start + offset).flooredDivision(by: 86_400).quotient
        while day * 86_400 - offset < end {
            let midnight = day * 86_400 - offset
            let plan = planner.plan(of: Int(day))
            for span in plan.spans {
                let from = max(midnight + Int64(span.start) * 60, start)
                let to = min(midnight + Int64(span.end) * 60, end)
                guard from < to else { continue }
                let stretch = Stretch(start: from, end: to, day: Int(day), span: span, replacedBy: plan.replacedBy)
                guard body(stretch) else { return false }
            }
            day += 1
        }
        return true
    }
}
