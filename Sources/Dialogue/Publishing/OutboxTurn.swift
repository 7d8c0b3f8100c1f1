import ServiceHours

/// One decision of the ``OutboxMachine`` about one row.
struct OutboxTurn {
    let row: OutboxRow
    /// By number.
    let attempts: [Attempt]
    let moment: PublishMoment
    let profile: PublishProfile
    let author: String

    var now: Instant { moment.now }
    var progress: OutboxProgress { row.progress }

    /// What a run that comes upon the row does with it.
    func run() -> OutboxDecision {
        if progress.state.isTerminal { return .rest }
        if progress.epoch != moment.epoch || isRecordBroken { return markRestored() }
        switch progress.state {
        case .approved:
            if let change = forbidden() { return change }
            return now < progress.nextAt ? .wait(until: progress.nextAt) : .preflight
        case .sending:
            return becomeUncertain(
                .interrupted, closing: openAttempt?.closed(as: .interrupted, at: now),
                evidence: "attempt \(progress.attempts) was on record, its answer was not")
        case .uncertain:
            return now < progress.nextAt ? .wait(until: progress.nextAt) : .readBack
        case .held: return .waitForPerson
        case .sent, .failed, .cancelled: return .rest
        }
    }

    // MARK: What is known of the attempts

    /// Whether attempts are missing that the row says were made.
    private var isRecordBroken: Bool {
        !progress.isRestored && attempts.map(\.number) != Array(1..<max(progress.attempts, 0) + 1)
    }

    var openAttempt: Attempt? { attempts.last { $0.result == nil } }

    /// Attempts that the platform may have taken and that nobody has given up.
    var openQuestions: [Attempt] {
        attempts.filter { $0.number > progress.clearedThrough && !$0.isProvedNotApplied }
    }

    /// Whether the platform said yes to an attempt that nobody has given up.
    var wasAccepted: Bool {
        openQuestions.contains { $0.result?.outcome == .acceptedNoID || $0.result?.outcome == .accepted }
    }

    /// Whether the platform will recognise a repetition of the attempts in question.
    ///
    /// Where a clock ran backwards or the machine was started anew, their age is unclear, and unclear counts as too old.
    var isKeyValid: Bool {
        guard profile.isKeyed, row.request.key != nil, !progress.isRestored,
            let first = openQuestions.first, first.boot.id == moment.boot.id, first.epoch == moment.epoch
        else { return false }
        let onWall = now - first.openedAt
        let sinceBoot = Instant(seconds: moment.boot.seconds) - Instant(seconds: first.boot.seconds)
        return onWall >= 0 && sinceBoot >= 0 && max(onWall, sinceBoot) <= profile.keyValidFor
    }

    var isExpired: Bool { now > progress.expiresAt }
    var hasAttemptsLeft: Bool { progress.attemptsThisRound < profile.attemptLimit }

    /// From when on a post can be this reply: since the first attempt that may have been taken, whether or not it was given up.
    var searchStart: Instant {
        if progress.isRestored { return row.approval.approvedAt }
        return attempts.first { !$0.isProvedNotApplied }?.openedAt ?? row.approval.approvedAt
    }

    func matches(in sight: TargetSight) -> ReplyMatcher.Matches {
        ReplyMatcher(
            author: author, target: row.approval.target.key.remoteID, text: row.body.text, openedAt: searchStart
        ).matches(among: sight.replies, at: now)
    }

    /// The pause before the next try, doubled with each one before: from the cool-down to an hour.
    func pause(after tries: Int) -> Seconds {
        let longest: Seconds = 3600
        var pause = max(profile.coolDown, 1)
        for _ in 1..<max(min(tries, 12), 1) where pause < longest { pause *= 2 }
        return max(min(pause, longest), profile.coolDown)
    }

    // MARK: Changes

    func change(
        to state: OutboxState, _ reason: OutboxReason?, nextAt: Instant? = nil, closing: Attempt? = nil,
        opening: Attempt? = nil, evidence: String? = nil, _ adjust: (inout OutboxProgress) -> Void = { _ in }
    ) -> OutboxDecision {
        var next = progress
        if state != next.state { next.since = now }
        next.state = state
        next.reason = reason
        next.nextAt = nextAt ?? now
        next.epoch = moment.epoch
        if let evidence { next.note("\(now.rfc3339) \(evidence)") }
        adjust(&next)
        return .change(OutboxChange(of: row, to: next, opened: opening, closed: closing))
    }

    func hold(_ reason: OutboxReason, closing: Attempt? = nil, evidence: String) -> OutboxDecision {
        change(to: .held, reason, closing: closing, evidence: evidence)
    }

    func becomeUncertain(_ reason: OutboxReason, closing: Attempt? = nil, evidence: String) -> OutboxDecision {
        change(to: .uncertain, reason, nextAt: now + profile.coolDown, closing: closing, evidence: evidence) {
            $0.isRestored = $0.isRestored || reason == .restored
            $0.absentSince = nil
            $0.failedLooks = 0
        }
    }

    /// The reply was found; more than once is for a person to judge, with the oldest bound.
    func bind(_ found: [SeenReply]) -> OutboxDecision? {
        guard let oldest = found.first else { return nil }
        let reply = SentReply(remoteID: oldest.remoteID, url: oldest.url, at: oldest.at)
        guard found.count == 1 else {
            let ids = found.prefix(5).map(\.remoteID).joined(separator: ", ")
            return change(to: .held, .duplicateSeen, evidence: "found \(found.count) times: \(ids)") {
                $0.reply = reply
            }
        }
        return change(to: .sent, .readBack, evidence: "found as \(oldest.remoteID)") { $0.reply = reply }
    }

    private func markRestored() -> OutboxDecision {
        becomeUncertain(
            .restored, closing: openAttempt?.closed(as: .interrupted, at: now),
            evidence: "the store or the machine is not the one that approved or last tried it")
    }
}

extension OutboxProgress {
    /// Keeps a finding, shortened; of very many the newest.
    mutating func note(_ line: String) {
        evidence.append(PlainLine.clean(line, limit: 500))
        if evidence.count > 20 { evidence.removeFirst(evidence.count - 20) }
    }
}
