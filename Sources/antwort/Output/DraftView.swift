import Connectors
import Dialogue
import ServiceHours
import Workflow

/// A draft as listings print it.
struct DraftView: Sendable {
    let item: ReviewDesk.Item
    let now: Instant

    var draft: Draft { item.draft }

    var fields: [(String, JSONValue)] {
        [
            ("id", .text(draft.id)), ("version", .count(draft.version)), ("conversation", .text(draft.conversation)),
            ("account", .text(draft.account)), ("target", .text(draft.target.key.remoteID)),
            ("text", .text(draft.body.text)), ("hash", .text(draft.hash)), ("template", .text(draft.origin.word)),
            ("state", .text(item.state.word)), ("candidates", .list(draft.candidates.map(candidate))),
            ("checks", .list(draft.findings.map(check))), ("created_at", .instant(draft.createdAt)),
            ("expires_at", .instant(draft.expiresAt)),
        ]
    }

    var json: JSONValue { .object(fields) }

    private func candidate(_ candidate: OfferedText) -> JSONValue {
        .object([
            ("text", .text(candidate.text.text)), ("template", .text(candidate.origin.word)),
            ("checks", .list(candidate.findings.map(check))),
        ])
    }

    private func check(_ finding: CheckFinding) -> JSONValue {
        .object([
            ("rule", .text(finding.rule)), ("level", .text(finding.level.rawValue)),
            ("message", .text(finding.message)),
        ])
    }

    /// What a person must see before deciding: where it goes, who reads it, what was asked, what would be said, what speaks against it.
    func lines(in zone: ZoneRules, width: Int?) -> [String] {
        var lines = [SafeText.line("draft \(draft.id) (\(item.state.word))  \(draft.origin.word)")]
        if let opened = item.opened {
            let target = opened.conversation.members.first { $0.post.remoteID == draft.target.key.remoteID }
            let who =
                target.map { $0.post.author.handle.map { "@\($0)" } ?? $0.post.author.name ?? $0.post.author.id } ?? "?"
            lines.append(
                SafeText.line(
                    "\(audience), as \(draft.account) on \(opened.record.platform), under a post of \(who): conversation \(draft.conversation)"
                ))
            lines.append(due(opened.record, in: zone))
            if let target {
                lines.append("")
                lines += Paragraph.lines(opened.text(of: target.post), width: width).map { "  > \($0)" }
            }
        }
        switch item.state {
        case .approved(let person, _): lines.append(SafeText.line("approved by \(person)"))
        case .rejected(let person, let reason): lines.append(SafeText.line("rejected by \(person): \(reason)"))
        case .proposed, .edited, .stale, .expired: break
        }
        lines.append("")
        lines += Paragraph.lines(draft.body.text, width: width).map { $0.isEmpty ? "" : "    \($0)" }
        lines.append("")
        if let publisher = item.publisher {
            let length = publisher.facts.length(of: draft.body.text)
            lines.append("\(length.used) of \(length.limit) characters · hash \(draft.hash.prefix(12))…")
        }
        for finding in draft.findings {
            lines.append(SafeText.line("\(finding.level.rawValue): \(finding.rule): \(finding.message)"))
        }
        return lines
    }

    private var audience: String {
        draft.target.visibility.isPublic ? "public" : "private (\(draft.target.visibility.rawValue))"
    }

    private func due(_ record: ConversationRecord, in zone: ZoneRules) -> String {
        guard let wait = record.wait, let due = wait.dueAt else { return "no answer is due any more" }
        let left = LocalClockText.span(due - now)
        return wait.state(at: now) == .breached
            ? "\(left) late" : "due \(LocalClockText.moment(due, in: zone)), in \(left)"
    }
}
