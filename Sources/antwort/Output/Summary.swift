import Workflow

/// The counts of a run, for people and for programs.
struct SummaryView: Sendable {
    let summary: RunSummary

    var json: JSONValue { .object(summary.fields.map { ($0.name, .count($0.count)) }) }

    /// `12 new, 3 edited, 1 quarantined; 8 conversations began`, without what is nought.
    var sentence: String {
        let counted = summary.fields.filter { $0.count > 0 && $0.name != "conversations" && $0.name != "failed" }
        let posts = counted.isEmpty ? "nothing new" : counted.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
        guard summary.conversations > 0 else { return posts }
        return posts + "; \(Counted.text(summary.conversations, "conversation")) began"
    }
}
