import ServiceHours

extension OutboxTurn {
    /// The longest pause a platform may ask for.
    private static let longestPause: Seconds = 86_400

    /// Decides what the answer to the open attempt means.
    func answer(_ answer: PublishAnswer) -> OutboxDecision {
        guard progress.state == .sending, let open = openAttempt, open.number == progress.attempts else {
            return .refuse(.otherState)
        }
        let outcome = PublishOutcome(of: answer)
        var wire = WireFacts(
            status: answer.status, curlCode: answer.curlCode, bytesSent: answer.bytesSent,
            retryAfter: answer.retryAfter)
        if case .accepted(let reply) = outcome { wire.remoteID = reply.remoteID }
        let closed = open.closed(as: outcome.attemptOutcome, at: now, wire: wire)

        switch outcome {
        case .accepted(let reply):
            return change(to: .sent, .answer, closing: closed) { $0.reply = reply }
        case .acceptedNoID:
            return becomeUncertain(.acceptedNoID, closing: closed, evidence: "\(said(answer)): a yes without an id")
        case .notSent:
            return change(to: .approved, .notSent, nextAt: now + pause(after: open.number), closing: closed)
        case .refusedRetry(let after):
            let pause = min(max(after ?? 0, pause(after: open.number)), Self.longestPause)
            return change(to: .approved, .rateLimited, nextAt: now + pause, closing: closed)
        case .unauthorised:
            return unauthorised(answer, closing: closed)
        case .refused(let words):
            return refused("\(said(answer)): \(words)", closing: closed)
        case .conflict(let words):
            return hold(.conflict, closing: closed, evidence: "\(said(answer)): \(words)")
        case .duplicate(let words):
            return becomeUncertain(.duplicateHint, closing: closed, evidence: "\(said(answer)): \(words)")
        case .unclear:
            return becomeUncertain(.unclearAnswer, closing: closed, evidence: "\(said(answer)): an unclear answer")
        }
    }

    /// A token that can be renewed gets one chance with a fresh one.
    private func unauthorised(_ answer: PublishAnswer, closing closed: Attempt) -> OutboxDecision {
        let round = progress.order?.attempts ?? 0
        let wasRefusedBefore = attempts.contains { $0.number > round && $0.result?.outcome == .unauthorised }
        guard profile.renewsToken, !wasRefusedBefore else {
            return hold(.account, closing: closed, evidence: "\(said(answer)): the token was refused")
        }
        return change(to: .approved, .token, closing: closed)
    }

    /// A refusal says that nothing is visible only if nothing before it can be.
    private func refused(_ evidence: String, closing closed: Attempt) -> OutboxDecision {
        let before = attempts.filter { $0.number < closed.number }
        guard !progress.isRestored, before.allSatisfy(\.isProvedNotApplied) else {
            return becomeUncertain(.refusedAfterUnclear, closing: closed, evidence: evidence)
        }
        return change(to: .failed, .refused, closing: closed, evidence: evidence)
    }

    private func said(_ answer: PublishAnswer) -> String {
        let status = answer.status.map { "status \($0)" } ?? "no status"
        let curl = answer.curlCode.map { ", curl \($0)" } ?? ""
        return "attempt \(progress.attempts), \(status)\(curl)"
    }
}
