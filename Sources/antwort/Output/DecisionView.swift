import Dialogue
import ServiceHours

/// What a person decided about a conversation, as it is printed.
struct DecisionView: Sendable {
    let decision: ConversationDecision

    var json: JSONValue {
        .object([
            ("kind", .text(decision.kind.word)), ("object", .text(decision.kind.object)),
            ("until", .instant(decision.kind.until)), ("at", .instant(decision.at)), ("by", .text(decision.person)),
            ("reason", .text(decision.reason)),
        ])
    }

    /// `Fr 16:40  Eva: pause until Mo 09:00 (on holiday)`.
    func line(now: Instant, in zone: ZoneRules) -> String {
        var text = "\(LocalClockText.short(decision.at, now: now, in: zone))  \(decision.person): \(decision.kind.word)"
        if let object = decision.kind.object { text += " \(object)" }
        if let until = decision.kind.until { text += " until \(LocalClockText.short(until, now: now, in: zone))" }
        if let reason = decision.reason { text += " (\(reason))" }
        return SafeText.line(text)
    }
}
