import Dialogue
import ServiceHours

/// A resolution clock in one text of numbers, `-` for none: started, seen, live, target, policy, due, retargeted, the ending (`r` or `c` and
/// its instant), then two for each stretch. Its two names stand in columns of their own.
enum ResolutionText {
    static func text(of clock: ResolutionClock) -> String {
        var parts = [
            number(clock.startedAt), number(clock.seenAt), clock.isLive ? "1" : "0", String(clock.target),
            String(clock.policy), number(clock.dueAt), number(clock.retargetedAt),
        ]
        switch clock.ending {
        case nil: parts.append("-")
        case .resolved(let at): parts.append("r" + number(at))
        case .cancelled(let at): parts.append("c" + number(at))
        }
        for stretch in clock.stretches { parts += [number(stretch.from), number(stretch.to)] }
        return parts.joined(separator: " ")
    }

    static func clock(_ text: String, origin: String, targetName: String) throws -> ResolutionClock {
        let parts = text.split(separator: " ")
        guard parts.count >= 10, parts.count.isMultiple(of: 2), let startedAt = instant(parts[0]),
            let seenAt = instant(parts[1]), let target = Int64(parts[3]), let policy = Int(parts[4])
        else { throw Damage(what: "a resolution that cannot be read") }
        let ending: ResolutionClock.Ending?
        switch (parts[7].first, instant(parts[7].dropFirst())) {
        case ("r", let at?): ending = .resolved(at: at)
        case ("c", let at?): ending = .cancelled(at: at)
        default: ending = nil
        }
        var stretches: [ResolutionClock.Stretch] = []
        for index in stride(from: 8, to: parts.count, by: 2) {
            guard let from = instant(parts[index]) else { throw Damage(what: "a resolution that cannot be read") }
            stretches.append(.init(from: from, to: instant(parts[index + 1])))
        }
        return ResolutionClock(
            origin: origin, startedAt: startedAt, seenAt: seenAt, isLive: parts[2] == "1", target: target,
            targetName: targetName, policy: policy, stretches: stretches, dueAt: instant(parts[5]),
            retargetedAt: instant(parts[6]), ending: ending)
    }

    private static func number(_ instant: Instant?) -> String { instant.map { String($0.seconds) } ?? "-" }

    private static func instant(_ text: Substring) -> Instant? { Int64(text).map(Instant.init(seconds:)) }
}
