package import ServiceHours

/// The time a matter takes from the customer's first post until it is resolved, without the time the brand waits for the customer.
///
/// It holds facts, no verdict: see ``state(at:)``. The end of a pause and a resolution by silence stand in it before they come.
package struct ResolutionClock: Hashable, Sendable {
    /// How it came, or will come, to its end.
    package enum Ending: Hashable, Sendable {
        case resolved(at: Instant)
        /// The customer took every post back.
        case cancelled(at: Instant)

        package var at: Instant {
            switch self {
            case .resolved(let at), .cancelled(let at): at
            }
        }
    }

    /// Time that counts, as far as the desk is open in it.
    package struct Stretch: Hashable, Sendable {
        package let from: Instant
        /// nil while it goes on.
        package let to: Instant?

        package init(from: Instant, to: Instant?) {
            self.from = from
            self.to = to
        }
    }

    /// The id of the post it counts from.
    package let origin: String
    /// The platform's time of that post.
    package let startedAt: Instant
    /// When we learned of that post.
    package let seenAt: Instant
    /// Whether that post is young enough to alarm anybody.
    package let isLive: Bool
    /// Service seconds promised.
    package let target: Seconds
    /// The name of the target in the settings.
    package let targetName: String
    /// The number of the ``PolicyVersion`` that was in force at the start.
    package let policy: Int
    /// In order, at least one.
    package let stretches: [Stretch]
    /// The last instant at which the resolution is in time; nil while it is open when that will be.
    package let dueAt: Instant?
    /// When a person gave it another target; nil when nobody did.
    package let retargetedAt: Instant?
    /// nil while the matter goes on. An instant to come stands for what will happen if nobody says anything.
    package let ending: Ending?

    package init(
        origin: String, startedAt: Instant, seenAt: Instant, isLive: Bool, target: Seconds, targetName: String,
        policy: Int, stretches: [Stretch], dueAt: Instant?, retargetedAt: Instant? = nil, ending: Ending? = nil
    ) {
        self.origin = origin
        self.startedAt = startedAt
        self.seenAt = seenAt
        self.isLive = isLive
        self.target = target
        self.targetName = targetName
        self.policy = policy
        self.stretches = stretches
        self.dueAt = dueAt
        self.retargetedAt = retargetedAt
        self.ending = ending
    }

    /// Says at `now` what became of the promise; a breach stays one whatever comes later.
    package func state(at now: Instant) -> ClockState {
        if isBreached(at: now) { return .breached }
        switch ending {
        case .resolved(let at) where at <= now: return .met
        case .cancelled(let at) where at <= now: return .cancelled
        default: return isPaused(at: now) ? .paused : .running
        }
    }

    /// Whether the promise was broken before `instant`.
    func isBreached(at instant: Instant) -> Bool {
        let end = ending.map { min($0.at, instant) } ?? instant
        return dueAt.map { end > $0 } ?? false
    }

    /// Whether the count stands still because the brand waits for the customer.
    package func isPaused(at instant: Instant) -> Bool {
        guard let current = stretches.last(where: { $0.from <= instant }), let to = current.to else { return false }
        return instant >= to
    }

    /// The stretches as far as they had come at `now`.
    package func counted(until now: Instant) -> [(from: Instant, to: Instant)] {
        let end = ending.map { min($0.at, now) } ?? now
        return stretches.compactMap { stretch in
            let to = min(stretch.to ?? end, end)
            return to > stretch.from ? (stretch.from, to) : nil
        }
    }

    /// The service seconds that count until `now`.
    package func elapsed(until now: Instant, in calendar: ServiceCalendar) -> Seconds {
        counted(until: now).reduce(0) { $0 + calendar.elapsed(from: $1.from, to: $1.to) }
    }

    // MARK: What happens to it

    /// The count stands still from `instant` on; a breached clock keeps its due time.
    func paused(at instant: Instant) -> ResolutionClock {
        guard ending == nil, let last = stretches.last, last.to == nil else { return self }
        return with(
            stretches: closed(at: instant), dueAt: isBreached(at: instant) ? dueAt : nil, ending: nil)
    }

    /// The count goes on from `instant`: what is left is due after as much service time.
    func resumed(at instant: Instant, in calendar: ServiceCalendar) -> ResolutionClock {
        guard ending == nil, let last = stretches.last, last.to != nil else { return self }
        let stretches = stretches + [Stretch(from: instant, to: nil)]
        return with(
            stretches: stretches,
            dueAt: isBreached(at: instant) ? dueAt : Self.due(after: target, of: stretches, in: calendar), ending: nil)
    }

    func resolved(at instant: Instant) -> ResolutionClock {
        ending == nil ? with(stretches: closed(at: instant), dueAt: dueAt, ending: .resolved(at: instant)) : self
    }

    func cancelled(at instant: Instant) -> ResolutionClock {
        ending == nil ? with(stretches: closed(at: instant), dueAt: dueAt, ending: .cancelled(at: instant)) : self
    }

    /// A promise that was kept runs on with what was left of it; one that was broken stays as it ended.
    func reopened(at instant: Instant, in calendar: ServiceCalendar) -> ResolutionClock {
        guard case .resolved(let resolvedAt) = ending, !isBreached(at: resolvedAt) else { return self }
        return with(stretches: stretches, dueAt: nil, ending: nil).resumed(at: instant, in: calendar)
    }

    /// The clock with what another entry of its policy promises, counted from its own start.
    func retargeted(to entry: ResponsePolicies.Entry, at instant: Instant) -> ResolutionClock {
        guard let seconds = entry.target.resolution else { return self }
        return ResolutionClock(
            origin: origin, startedAt: startedAt, seenAt: seenAt, isLive: isLive, target: seconds,
            targetName: entry.target.name, policy: policy, stretches: stretches,
            dueAt: Self.due(after: seconds, of: stretches, in: entry.calendar), retargetedAt: instant, ending: ending)
    }

    /// When so many service seconds of the stretches are over; nil when the last of them ends before.
    static func due(after seconds: Seconds, of stretches: [Stretch], in calendar: ServiceCalendar) -> Instant? {
        var left = seconds
        for stretch in stretches {
            guard let to = stretch.to else { return calendar.due(from: stretch.from, after: left) }
            let counted = calendar.elapsed(from: stretch.from, to: to)
            // What is used up to the second at a pause is due when the count goes on.
            if counted > left { return calendar.due(from: stretch.from, after: left) }
            left -= counted
        }
        return nil
    }

    private func closed(at instant: Instant) -> [Stretch] {
        guard let last = stretches.last, last.to == nil else { return stretches }
        return stretches.dropLast() + [Stretch(from: last.from, to: max(last.from, instant))]
    }

    private func with(stretches: [Stretch], dueAt: Instant?, ending: Ending?) -> ResolutionClock {
        ResolutionClock(
            origin: origin, startedAt: startedAt, seenAt: seenAt, isLive: isLive, target: target,
            targetName: targetName, policy: policy, stretches: stretches, dueAt: dueAt, retargetedAt: retargetedAt,
            ending: ending)
    }
}
