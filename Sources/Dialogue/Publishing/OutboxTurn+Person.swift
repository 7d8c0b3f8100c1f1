import ServiceHours

extension OutboxTurn {
    /// A person takes a reply back: possible until the first attempt.
    func withdraw(by person: String) -> OutboxDecision {
        guard let name = try? PersonName.checked(person) else { return .refuse(.nameless) }
        guard progress.state == .approved else { return .refuse(.otherState) }
        guard progress.attempts == 0 else { return .refuse(.attempted) }
        // In a restored store it may have been sent by the one it was copied from.
        guard progress.epoch == moment.epoch else { return .refuse(.otherState) }
        return change(to: .cancelled, .withdrawn, evidence: "withdrawn by \(name)")
    }

    /// A person decides about a held reply.
    func resolve(_ resolution: Resolution, by person: String) -> OutboxDecision {
        guard let name = try? PersonName.checked(person) else { return .refuse(.nameless) }
        guard progress.state == .held, progress.epoch == moment.epoch, let held = progress.reason else {
            return .refuse(.otherState)
        }
        switch resolution {
        case .sent(let reply):
            guard !reply.remoteID.isEmpty else { return .refuse(.noID) }
            return change(to: .sent, .person, evidence: "\(name) says it is \(reply.remoteID)") { $0.reply = reply }
        case .retry:
            guard progress.reply == nil else { return .refuse(.alreadyVisible) }
            return change(to: .approved, .ordered, evidence: "\(name) ordered another attempt") {
                $0.order = RetryOrder(by: name, at: now, attempts: progress.attempts, waives: held)
                $0.clearedThrough = progress.attempts
                $0.expiresAt = now + profile.expires
                $0.absentSince = nil
                $0.failedLooks = 0
            }
        case .drop:
            return change(to: .cancelled, .dropped, evidence: "given up by \(name)")
        }
    }
}
