import Dialogue

/// What triage read in a text, for programs. A label that this release does not look for is null, which is not the same as "no".
struct TriageView: Sendable {
    let triage: Triage
    let text: String

    var fields: [(String, JSONValue)] {
        [
            ("language", .text(triage.language.value.rawValue)), ("register", .text(triage.register.value.rawValue)),
            ("for_us", .bool(triage.forUs.value)), ("needs_answer", .bool(triage.needsAnswer.value)),
            ("intent", .text(triage.intent.value.rawValue)), ("sentiment", .text(triage.sentiment.value.rawValue)),
            ("emotion", .text(triage.emotion?.emotion.value.rawValue)), ("urgency", .count(triage.urgency.value.level)),
            ("urgency_reason", .text(triage.urgency.value.reason?.rawValue)),
            ("irony_suspected", triage.ironySuspected.map { .bool($0.value) } ?? .null),
            ("frame", .text(triage.frame?.value)), ("flags", .list(triage.flags.map { .text($0.flag.rawValue) })),
            ("personal_data", .list(triage.personalData.map(datum))),
            ("facets", triage.facets.map { .list($0.map(range)) } ?? .null),
            ("details", triage.details.map { .list($0.map(detail)) } ?? .null), ("topic", .text(triage.topic?.value)),
            ("confidence", confidence), ("evidence", .list(triage.evidence.map(evidence))),
            ("model", .text(triage.modelVersion.description)),
        ]
    }

    private var confidence: JSONValue {
        let intents = Intent.allCases.compactMap { intent in
            triage.intent.probabilities[intent].map { (intent.rawValue, JSONValue.number($0)) }
        }
        return .object([
            ("language", .number(triage.language.confidence)), ("register", .number(triage.register.confidence)),
            ("for_us", .number(triage.forUs.confidence)), ("needs_answer", .number(triage.needsAnswer.confidence)),
            ("intent", .object(intents)), ("sentiment", .number(triage.sentiment.confidence)),
            ("emotion", number(triage.emotion?.emotion.confidence)),
            ("emotion_strength", number(triage.emotion?.strength)),
            ("irony_suspected", number(triage.ironySuspected?.confidence)),
            ("frame", number(triage.frame?.confidence)), ("topic", number(triage.topic?.confidence)),
            ("urgency", .number(triage.urgency.confidence)),
            ("flags", .object(triage.flags.map { ($0.flag.rawValue, .number($0.confidence)) })),
        ])
    }

    /// Null for a label that was not looked for.
    private func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

    private func evidence(_ evidence: Evidence) -> JSONValue {
        .object([
            ("from", .count(evidence.range.lowerBound)), ("to", .count(evidence.range.upperBound)),
            ("text", .text(words(in: evidence.range))), ("label", .text(evidence.label.label)),
            ("value", .text(evidence.label.value)), ("reason", .text(evidence.reason.id)),
        ])
    }

    private func detail(_ detail: Detail) -> JSONValue {
        .object([
            ("kind", .text(detail.kind.rawValue)), ("from", .count(detail.range.lowerBound)),
            ("to", .count(detail.range.upperBound)), ("text", .text(words(in: detail.range))),
        ])
    }

    private func datum(_ datum: PersonalDatum) -> JSONValue {
        .object([
            ("kind", .text(datum.kind.rawValue)), ("from", .count(datum.range.lowerBound)),
            ("to", .count(datum.range.upperBound)), ("text", .text(words(in: datum.range))),
        ])
    }

    private func range(_ range: Range<Int>) -> JSONValue {
        .object([
            ("from", .count(range.lowerBound)), ("to", .count(range.upperBound)), ("text", .text(words(in: range))),
        ])
    }

    /// The words a range of Unicode scalars means; empty for one outside the text.
    func words(in range: Range<Int>) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex)
        else { return "" }
        return String(scalars[start..<end])
    }
}
