import ServiceHours

extension OutboxTurn {
    /// Decides after looking for a reply that may be there.
    func readBack(_ sight: TargetSight) -> OutboxDecision {
        guard progress.state == .uncertain, progress.epoch == moment.epoch else { return .refuse(.otherState) }
        if now < progress.nextAt { return .wait(until: progress.nextAt) }

        let matches = matches(in: sight)
        if let found = bind(matches.same) { return found }
        guard sight.isComplete else { return lookAgainLater(sight) }
        if !matches.near.isEmpty {
            let ids = matches.near.prefix(5).map(\.remoteID).joined(separator: ", ")
            return hold(.nearMatch, evidence: "ours, in the same place and time, with other words: \(ids)")
        }
        return isRepetitionRecognised ? goAgain(clearing: false) : absent()
    }

    /// Whether sending it once more is safe whatever became of the attempts before.
    private var isRepetitionRecognised: Bool {
        isKeyValid && !wasAccepted && progress.reason != .duplicateHint && !isExpired && hasAttemptsLeft
    }

    /// An incomplete look says nothing.
    private func lookAgainLater(_ sight: TargetSight) -> OutboxDecision {
        let pause = max(pause(after: progress.failedLooks + 1), min(sight.retryAfter ?? 0, 86_400))
        return change(to: .uncertain, progress.reason, nextAt: now + pause) { $0.failedLooks += 1 }
    }

    /// Nothing is there. One look is not enough where the platform may show a reply late, or a clock ran backwards between two.
    private func absent() -> OutboxDecision {
        let first = progress.absentSince.flatMap { $0 <= now ? $0 : nil } ?? now
        guard profile.absentProves || (progress.absentSince == first && now - first >= profile.settle) else {
            let again = max(first + profile.settle, now + 1)
            return change(to: .uncertain, progress.reason, nextAt: again, evidence: "looked: nothing there") {
                $0.absentSince = first
                $0.failedLooks = 0
            }
        }
        if wasAccepted { return hold(.acceptedNoID, evidence: "the platform said yes, and nothing is there") }
        if progress.reason == .restored { return hold(.restored, evidence: "looked again: nothing there") }
        if progress.reason == .duplicateHint {
            return hold(.duplicateSeen, evidence: "looked again: nothing there, yet the platform calls it a duplicate")
        }
        guard profile.absentProves || profile.onAbsent == .retry else {
            return hold(.absent, evidence: "looked again: nothing there")
        }
        if isExpired { return hold(.expired, evidence: "looked again: nothing there; approved too long ago") }
        if !hasAttemptsLeft { return hold(.attempts, evidence: "looked again: nothing there; no attempt left") }
        if profile.onAbsent == .hold, profile.isKeyed, !isKeyValid {
            return hold(.absent, evidence: "nothing there; a person may have deleted it, so it is not put there again")
        }
        return goAgain(clearing: true)
    }

    private func goAgain(clearing: Bool) -> OutboxDecision {
        change(to: .approved, .absentRetry, evidence: "looked: nothing there, it may go again") {
            if clearing { $0.clearedThrough = $0.attempts }
            $0.absentSince = nil
            $0.failedLooks = 0
        }
    }
}
