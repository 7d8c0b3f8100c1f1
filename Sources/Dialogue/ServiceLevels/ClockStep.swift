package import ServiceHours

/// A stretch of time in the explanation of a clock.
package struct ClockStep: Hashable, Sendable {
    package let from: Instant
    package let to: Instant
    /// The service time in it that counts.
    package let counted: Seconds
    /// The reason in English.
    package let why: String

    init(_ step: ServiceStep) {
        from = step.from
        to = step.to
        counted = step.counted
        why = step.why.text
    }

    private init(restFrom from: Instant, to: Instant) {
        self.from = from
        self.to = to
        counted = 0
        why = "the brand's part was done"
    }

    /// Why an answer is due when it is: what counts adds up to the target; nil when it is never due.
    package static func steps(of clock: ResponseClock, in calendar: ServiceCalendar) -> [ClockStep]? {
        calendar.explain(from: clock.startedAt, seconds: clock.target)?.map(ClockStep.init)
    }

    /// Why a resolution is due when it is: what counts adds up to the target, or, where no due time is set, to what has counted so far.
    package static func steps(of clock: ResolutionClock, in calendar: ServiceCalendar) -> [ClockStep] {
        var steps: [ClockStep] = []
        var left = clock.target
        for (index, stretch) in clock.stretches.enumerated() {
            let isLast = index == clock.stretches.count - 1
            // What was over before its time is explained as if it had gone on to the due time.
            let end = isLast && clock.dueAt != nil ? nil : stretch.to
            if let last = steps.last?.to, last < stretch.from {
                steps.append(ClockStep(restFrom: last, to: stretch.from))
            }
            let counted = end.map { min(left, calendar.elapsed(from: stretch.from, to: $0)) } ?? left
            let isUsedUp = end == nil || counted == left
            let found =
                isUsedUp && counted > 0
                ? calendar.explain(from: stretch.from, seconds: counted) ?? []
                : end.map { calendar.explain(from: stretch.from, to: $0) } ?? []
            steps += found.map(ClockStep.init)
            left -= counted
            if left <= 0 { break }
        }
        return steps
    }
}
