package import ServiceHours

/// What a notice says about a wait.
package struct WaitMatter: Hashable, Sendable {
    package let wait: Wait
    package let account: String
    package let opener: Author
    package let intent: Intent
    /// What a person must know of the posts.
    package let flags: TriageFlags
    /// The permalink of the post that opened the conversation; nil where the platform gives none.
    package let url: String?
    /// Who has taken it; nil for nobody.
    package let owner: String?
    /// How long it had waited beyond its due time at the moment of the notice, in service time; negative before it.
    package let lateService: Seconds
    /// The same in wall time; nil when it is never due.
    package let lateWall: Seconds?
    /// What was not counted on the way to the due time: when, and why.
    package let skipped: [ServiceStep]

    /// - Parameter calendar: in whose service time the promise counts.
    package init(
        _ record: ConversationRecord, wait: Wait, owner: String? = nil, calendar: ServiceCalendar, at now: Instant
    ) {
        self.wait = wait
        account = record.account
        opener = record.opener
        intent = record.intent
        flags = record.flags
        url = record.url
        self.owner = owner
        let clock = wait.clock
        let end = clock.ending?.at ?? now
        lateService = calendar.elapsed(from: clock.startedAt, to: end) - clock.target
        lateWall = clock.dueAt.map { end - $0 }
        // Service time says nothing of how long a closed night was: the steps do.
        let steps = calendar.explain(from: clock.startedAt, seconds: clock.target, limit: 12) ?? []
        skipped = steps.filter { $0.counted == 0 && $0.to > $0.from && $0.why != .combined }
    }
}
