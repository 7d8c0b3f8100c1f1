import ServiceHours

/// Runs the response clocks of a conversation over its events.
///
/// - The first-response clock starts at the first post that needs an answer and ends at the first answer; then each next-response clock
///   starts at the oldest unanswered post and ends at the next answer. Only one runs at a time.
/// - Further posts of the same wait change nothing: it counts from the first.
/// - When the customer takes back the post a clock counts from, the clock moves to the oldest post still unanswered; without one it ends.
///   A breach that had happened by then stays.
/// - A post older than `live_since` never alarms: when a live post joins a wait that began in history, the clock counts from the live one.
package enum ResponseClocks {
    /// - Parameter events: in any order.
    /// - Returns: every clock, oldest first; at most the last has no ending.
    package static func run(_ events: [ClockEvent], under policies: ResponsePolicies) -> [ResponseClock] {
        var run = Run(policies: policies)
        for event in ClockEvent.ordered(events) { run.take(event) }
        return run.clocks + [run.running].compactMap { $0?.clock }
    }

    private struct Running {
        var clock: ResponseClock
        let isLive: Bool
    }

    private struct Asked {
        let id: String
        let at: Instant
        let isLive: Bool
    }

    private struct Run {
        let policies: ResponsePolicies
        var clocks: [ResponseClock] = []
        var running: Running?
        var unanswered: [Asked] = []
        var isAnsweredOnce = false

        mutating func take(_ event: ClockEvent) {
            switch event {
            case .post(let id, let at, let isLive):
                let asked = Asked(id: id, at: at, isLive: isLive)
                unanswered.append(asked)
                if running == nil || (running?.isLive == false && isLive) { start(from: asked) }
            case .answer(let id, let at):
                unanswered.removeAll()
                guard running != nil else { return }
                end(.answered(by: id, at: at))
                isAnsweredOnce = true
            case .deletion(let id, let at):
                unanswered.removeAll { $0.id == id }
                guard let clock = running?.clock, clock.origin == id else { return }
                let isBreached = clock.dueAt.map { at > $0 } ?? false
                if !isBreached, let oldest = unanswered.first(where: \.isLive) ?? unanswered.first {
                    start(from: oldest)
                } else {
                    end(.cancelled(at: at))
                    if let oldest = unanswered.first(where: \.isLive) ?? unanswered.first { start(from: oldest) }
                }
            }
        }

        private mutating func start(from asked: Asked) {
            guard let entry = policies.inForce(at: asked.at) else { return }
            let kind: ResponseClock.Kind = isAnsweredOnce ? .nextResponse : .firstResponse
            let seconds = isAnsweredOnce ? entry.target.nextResponse : entry.target.firstResponse
            running = Running(
                clock: ResponseClock(
                    kind: kind, origin: asked.id, startedAt: asked.at,
                    dueAt: entry.calendar.due(from: asked.at, after: seconds), target: seconds,
                    targetName: entry.target.name, policy: entry.policy, ending: nil),
                isLive: asked.isLive)
        }

        private mutating func end(_ ending: ResponseClock.Ending) {
            guard let clock = running?.clock else { return }
            clocks.append(clock.ended(by: ending))
            running = nil
        }
    }
}

extension ResponseClock {
    fileprivate func ended(by ending: Ending) -> ResponseClock {
        ResponseClock(
            kind: kind, origin: origin, startedAt: startedAt, dueAt: dueAt, target: target, targetName: targetName,
            policy: policy, ending: ending)
    }
}
