package import ServiceHours

/// Decides what one channel hears: each matter once for every level it reaches, and its end if its beginning was told.
///
/// What no reply is drafted to because a person has to see it (a crisis, a minor, discrimination, law) is told at once, at the level of a
/// crisis. A pure function of what is owed, `now` and what this channel was told before. Notices are bounded: for one wait at most one for each of
/// the target's warning shares, one breach, one crisis and one recovery.
package struct NoticeRules: Sendable {
    /// The shares of the target, in percent, at which a wait is announced.
    private let warnAtPercent: [Int]
    private let calendar: ServiceCalendar

    /// - Parameters:
    ///   - target: the promise whose warnings count.
    ///   - calendar: in whose service time it counts.
    package init(target: Target, calendar: ServiceCalendar) {
        warnAtPercent = target.warnAtPercent.filter { (1..<100).contains($0) }.sorted()
        self.calendar = calendar
    }

    /// About the wait that is running in a conversation.
    ///
    /// The gravest level it has reached is told, and of several warnings the latest: nobody has to read on the way to a breach what the
    /// breach says already.
    /// - Parameter told: the keys of this channel's notices about this wait.
    package func decision(
        about record: ConversationRecord, at now: Instant, told: [NoticeKey]
    ) -> NoticeDecision {
        if record.isHistory { return .stayQuiet(.history) }
        guard let wait = record.runningWait, wait.clock.startedAt <= now else { return .stayQuiet(.nothingOwed) }
        let said = told.filter { $0.subject == wait.id }
        if record.flags.firstToTell != nil, !said.contains(where: { $0.level == .crisis }) {
            return .notify(.crisis, number: 0, .crisisFlag)
        }
        if wait.clock.state(at: now) == .breached {
            return said.contains { $0.level == .breach }
                ? .stayQuiet(.announced) : .notify(.breach, number: 0, .firstBreach)
        }
        guard let share = shareReached(by: wait.clock, at: now) else { return .stayQuiet(.stillInTime) }
        let isSaid = said.contains { $0.level == .breach || ($0.level == .warn && $0.number >= share) }
        return isSaid ? .stayQuiet(.announced) : .notify(.warn, number: share, .warningShareReached)
    }

    /// Which of the shares is used up at `now`; nil before the first.
    private func shareReached(by clock: ResponseClock, at now: Instant) -> Int? {
        guard clock.target > 0, now >= clock.startedAt else { return nil }
        let used = Double(calendar.elapsed(from: clock.startedAt, to: now)) / Double(clock.target) * 100
        return warnAtPercent.lastIndex { used >= Double($0) }
    }

    /// About a wait that this channel was told of and that is over: answered, taken back, or no longer derived at all.
    /// - Parameters:
    ///   - id: of the wait.
    ///   - isRunning: whether it is owed still.
    package static func recovery(of id: String, isRunning: Bool, told: [NoticeKey]) -> NoticeDecision {
        let said = told.filter { $0.subject == id }
        guard !said.isEmpty else { return .stayQuiet(.neverAnnounced) }
        guard !isRunning else { return .stayQuiet(.stillInTime) }
        return said.contains { $0.level == .recovery }
            ? .stayQuiet(.announced) : .notify(.recovery, number: 0, .over)
    }

    /// About trouble of our own (a source, a stuck reply) that has lasted since `since`.
    /// - Parameter grace: how long it may last before anybody hears of it.
    package static func trouble(
        _ id: String, since: Instant, grace: Seconds, reason: NoticeReason, at now: Instant, told: [NoticeKey]
    ) -> NoticeDecision {
        guard now - since >= grace else { return .stayQuiet(.tooShort) }
        return told.contains { $0.subject == id && $0.level == .source }
            ? .stayQuiet(.announced) : .notify(.source, number: 0, reason)
    }
}
