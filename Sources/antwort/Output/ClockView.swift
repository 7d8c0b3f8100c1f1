import Dialogue
import ServiceHours

/// A clock of a conversation with everything that can be said of it now.
struct ClockView: Sendable {
    let conversation: String
    let verdict: ClockVerdict
    /// When on-call is warned.
    let warnAt: [Instant]

    /// nil where the settings no longer know the policy.
    init?(_ clock: ResponseClock, of conversation: String, under policies: ResponsePolicies, at now: Instant) {
        guard let entry = policies.entry(of: clock) else { return nil }
        self.init(
            ClockVerdict(of: clock, at: now, in: entry.calendar), of: conversation, warned: entry.target.warnAtPercent)
    }

    /// nil where the settings no longer know the policy.
    init?(_ clock: ResolutionClock, of conversation: String, under policies: ResponsePolicies, at now: Instant) {
        guard let entry = policies.entry(of: clock) else { return nil }
        // Nobody is warned of a resolution.
        self.init(ClockVerdict(of: clock, at: now, in: entry.calendar), of: conversation, warned: [])
    }

    private init(_ verdict: ClockVerdict, of conversation: String, warned percents: [Int]) {
        self.conversation = conversation
        self.verdict = verdict
        warnAt = percents.compactMap { verdict.warnAt(percent: $0) }
    }

    var fields: [(String, JSONValue)] {
        [
            ("conversation", .text(conversation)), ("kind", .text(verdict.kind)), ("origin", .text(verdict.origin)),
            ("started_at", .instant(verdict.startedAt)), ("counts_from", .instant(verdict.countsFrom)),
            ("due_at", .instant(verdict.dueAt)), ("ended_at", .instant(verdict.endedAt)),
            ("state", .text(verdict.state.rawValue)), ("breached", .bool(verdict.state == .breached)),
            ("breached_at", .instant(verdict.breachedAt)), ("detected_at", .instant(verdict.detectedAt)),
            ("late_service_seconds", .integer(verdict.lateService)), ("late_wall_seconds", .integer(verdict.lateWall)),
            ("elapsed_seconds", .integer(verdict.elapsed)), ("remaining_seconds", .integer(verdict.remaining)),
            ("used_percent", .count(verdict.percentUsed)), ("warn_at", .list(warnAt.map { .instant($0) })),
            ("target", .text(verdict.targetName)), ("target_seconds", .integer(verdict.target)),
            ("policy", .count(verdict.policy)),
        ]
    }

    var json: JSONValue { .object(fields) }

    /// The word in the narrow column of a table.
    var kindWord: String {
        switch verdict.kind {
        case "first_response": "first"
        case "next_response": "next"
        default: verdict.kind
        }
    }

    /// How much time is left by the clock on the wall, or how late it is.
    func left(at now: Instant) -> String {
        guard let due = verdict.dueAt else { return verdict.state == .paused ? "waiting" : "-" }
        return LocalClockText.span(due - now) + (verdict.state == .breached ? " late" : "")
    }
}
