import ServiceHours

extension OutboxTurn {
    /// What keeps an approved row from being tried at all; nil when nothing does.
    func forbidden() -> OutboxDecision? {
        if !openQuestions.isEmpty, !isKeyValid || isExpired {
            return becomeUncertain(
                .keyExpired, evidence: "an earlier attempt may have been taken, and it is too late to repeat it")
        }
        if isExpired {
            let approved = row.approval.approvedAt.rfc3339
            return hold(.expired, evidence: "approved \(approved), last instant \(progress.expiresAt.rfc3339)")
        }
        guard hasAttemptsLeft else {
            return hold(.attempts, evidence: "\(progress.attemptsThisRound) attempts were made")
        }
        return nil
    }

    /// Decides after the look before an attempt.
    func preflight(_ sight: TargetSight) -> OutboxDecision {
        guard progress.state == .approved, progress.epoch == moment.epoch else { return .refuse(.otherState) }
        if let change = forbidden() { return change }
        if now < progress.nextAt { return .wait(until: progress.nextAt) }

        let matches = matches(in: sight)
        if let found = bind(matches.same) { return found }
        guard sight.isComplete, let target = sight.target else { return lookAgain(sight) }
        if let change = staleTarget(target) ?? alreadyAnswered(matches.near) { return change }

        let attempt = Attempt(
            outbox: row.id, number: progress.attempts + 1, openedAt: now, boot: moment.boot, epoch: moment.epoch)
        return change(to: .sending, nil, opening: attempt) {
            $0.attempts += 1
            $0.failedLooks = 0
            $0.absentSince = nil
        }
    }

    /// Nothing is sent without a look.
    private func lookAgain(_ sight: TargetSight) -> OutboxDecision {
        let pause = max(pause(after: progress.failedLooks + 1), min(sight.retryAfter ?? 0, 86_400))
        return change(to: .approved, .notRead, nextAt: now + pause) { $0.failedLooks += 1 }
    }

    private func staleTarget(_ target: TargetSight.Target) -> OutboxDecision? {
        guard target != .standing(row.approval.target.hash), progress.order?.waives != .staleTarget else { return nil }
        return hold(
            .staleTarget, evidence: target == .gone ? "the post it answers is gone" : "the post it answers was edited")
    }

    private func alreadyAnswered(_ others: [SeenReply]) -> OutboxDecision? {
        guard progress.order?.waives != .alreadyAnswered, progress.order?.waives != .nearMatch,
            let newest = others.last(where: { $0.at >= row.approval.approvedAt })
        else { return nil }
        return hold(
            .alreadyAnswered, evidence: "\(newest.remoteID) answered for the brand at \(newest.at.rfc3339)")
    }
}
