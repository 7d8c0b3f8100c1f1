import Dialogue

/// A promise of the settings, as `config check` shows it.
struct TargetView: Sendable {
    let target: Target

    var json: JSONValue {
        .object([
            ("name", .text(target.name)), ("when", target.condition.map(json) ?? .null),
            ("calendar", .text(target.calendar)), ("first_response_seconds", .integer(target.firstResponse)),
            ("next_response_seconds", .integer(target.nextResponse)),
            ("resolution_seconds", target.resolution.map { .integer($0) } ?? .null),
            ("warn_at", .list(target.warnAtPercent.map { .text("\($0)%") })),
            ("pause_on_answer", .bool(target.pausesOnAnswer)),
            ("auto_resolve_seconds", target.autoResolve.map { .integer($0) } ?? .null),
        ])
    }

    /// `target vip, when language de: first answer in 15 min, next in 30 min, resolved in 4 h 00 min`.
    var line: String {
        let conditions = words.map { "\($0.0) \($0.1.joined(separator: " or "))" }
        let who = conditions.isEmpty ? "for everybody else" : "when " + conditions.joined(separator: ", ")
        let first = "first answer in \(LocalClockText.span(target.firstResponse))"
        var promises = [first, "next in \(LocalClockText.span(target.nextResponse))"]
        if let resolution = target.resolution { promises.append("resolved in \(LocalClockText.span(resolution))") }
        return SafeText.line("target \(target.name), \(who): \(promises.joined(separator: ", "))")
    }

    private var words: [(String, [String])] {
        guard let condition = target.condition else { return [] }
        let all: [(String, [String])] = [
            ("account", condition.accounts), ("platform", condition.platforms),
            ("intent", condition.intents.map(\.rawValue)),
            ("urgency at least", condition.urgency.map { ["\($0)"] } ?? []),
            ("language", condition.languages.map(\.rawValue)), ("person", condition.persons),
        ]
        return all.filter { !$0.1.isEmpty }
    }

    private func json(_ condition: TargetCondition) -> JSONValue {
        func texts(_ list: [String]) -> JSONValue { .list(list.map { .text($0) }) }
        return .object([
            ("account", texts(condition.accounts)), ("platform", texts(condition.platforms)),
            ("intent", texts(condition.intents.map(\.rawValue))),
            ("urgency", condition.urgency.map { .count($0) } ?? .null),
            ("language", texts(condition.languages.map(\.rawValue))), ("person", texts(condition.persons)),
        ])
    }
}
