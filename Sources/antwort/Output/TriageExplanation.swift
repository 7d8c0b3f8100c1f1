import Dialogue

/// What triage read in a text, for people: the text with marks under the words that decided, then every label.
struct TriageExplanation {
    let view: TriageView

    /// The most marks for one value of a label: the longest phrases say most.
    private static let mostPerValue = 3
    /// The most words that stand behind a label.
    private static let mostReasons = 4
    private static let widthOffTerminal = 80

    private var triage: Triage { view.triage }

    /// - Parameters:
    ///   - width: columns of the window; nil where there is none.
    ///   - isEmphasized: whether marked words are bold and underlined as well.
    func lines(width: Int?, isEmphasized: Bool) -> [String] {
        let marked = MarkedText(view.text, marks: marks, width: width ?? Self.widthOffTerminal)
        return marked.lines(isEmphasized: isEmphasized) + [""] + table.lines(width: width)
    }

    // MARK: Marks

    private var marks: [MarkedText.Mark] {
        var chosen: [LabelValue: [Evidence]] = [:]
        for evidence in triage.evidence where isShown(evidence.label) {
            chosen[evidence.label, default: []].append(evidence)
        }
        let strongest = chosen.values.flatMap { evidence in
            Self.outermost(of: evidence).sorted {
                ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound)
            }
            .prefix(Self.mostPerValue)
        }
        .sorted { left, right in
            (left.range.lowerBound, left.range.upperBound, name(of: left.label))
                < (right.range.lowerBound, right.range.upperBound, name(of: right.label))
        }
        let details = (triage.details ?? []).map { MarkedText.Mark(range: $0.range, name: $0.kind.rawValue) }
        return strongest.map { MarkedText.Mark(range: $0.range, name: name(of: $0.label)) } + details
    }

    /// Those that are no part of a longer one for the same value.
    private static func outermost(of evidence: [Evidence]) -> [Evidence] {
        evidence.filter { inner in
            !evidence.contains { outer in
                outer.label == inner.label && outer.range != inner.range
                    && outer.range.lowerBound <= inner.range.lowerBound
                    && inner.range.upperBound <= outer.range.upperBound
            }
        }
    }

    /// Whether marks help to see why: half the words of a text show its language. A label is marked for what was read, not for what was
    /// outweighed.
    private func isShown(_ label: LabelValue) -> Bool {
        switch label {
        case .language, .facet, .detail: false
        case .register(let register): register == triage.register.value
        case .forUs(let isForUs): isForUs == triage.forUs.value
        case .urgency: triage.urgency.value.level > 0
        case .flag(let flag): triage.flags.contains { $0.flag == flag }
        case .irony: triage.ironySuspected?.value == true
        case .needsAnswer, .intent, .sentiment, .emotion, .frame, .topic: true
        }
    }

    private func name(of label: LabelValue) -> String {
        switch label {
        case .forUs(let isForUs): isForUs ? "for us" : "not for us"
        case .needsAnswer(let needsAnswer): needsAnswer ? "needs an answer" : "needs none"
        case .irony: "irony suspected"
        case .urgency(let reason): "urgent: \(reason.rawValue)"
        case .topic: "topic: \((triage.topic?.value ?? nil) ?? "none")"
        case .frame: "frame: \((triage.frame?.value ?? nil) ?? "none")"
        default: label.value ?? label.label
        }
    }

    // MARK: Labels

    private var table: Table {
        var table = Table(["LABEL", "VALUE", "SURE", "BECAUSE OF"])
        table.add(row("language", triage.language.value.rawValue, triage.language.confidence))
        table.add(row("register", triage.register.value.rawValue, triage.register.confidence))
        table.add(row("for_us", triage.forUs.value ? "yes" : "no", triage.forUs.confidence))
        table.add(row("needs_answer", triage.needsAnswer.value ? "yes" : "no", triage.needsAnswer.confidence))
        table.add(row("intent", triage.intent.value.rawValue, triage.intent.confidence))
        table.add(row("sentiment", triage.sentiment.value.rawValue, triage.sentiment.confidence))
        if let emotion = triage.emotion {
            let strength = emotion.strength > 0 ? ", strength \(percent(emotion.strength))" : ""
            table.add(row("emotion", emotion.emotion.value.rawValue + strength, emotion.emotion.confidence))
        }
        if let irony = triage.ironySuspected {
            table.add(
                row("irony", irony.value ? "suspected" : "not suspected", irony.confidence, of: "irony_suspected"))
        }
        if let frame = triage.frame { table.add(row("frame", frame.value ?? "none", frame.confidence)) }
        let reason = triage.urgency.value.reason.map { ", \($0.rawValue)" } ?? ""
        table.add(row("urgency", "\(triage.urgency.value.level)\(reason)", triage.urgency.confidence))
        for flag in triage.flags {
            table.add(row("flags", flag.flag.rawValue, flag.confidence, value: flag.flag.rawValue))
        }
        if let topic = triage.topic { table.add(row("topic", topic.value ?? "none", topic.confidence)) }
        for facet in triage.facets ?? [] { table.add(["facets", "", "", quoted(facet)]) }
        for detail in triage.details ?? [] { table.add(["details", detail.kind.rawValue, "", quoted(detail.range)]) }
        for datum in triage.personalData { table.add(["personal data", datum.kind.rawValue, "", quoted(datum.range)]) }
        return table
    }

    /// - Parameters:
    ///   - label: the label's name in output where it is another.
    ///   - value: only evidence of this value; nil for all of the label.
    private func row(
        _ name: String, _ shown: String, _ confidence: Double, of label: String? = nil, value: String? = nil
    ) -> [String] {
        let evidence = Self.outermost(
            of: triage.evidence.filter { $0.label.label == label ?? name && (value == nil || $0.label.value == value) })
        let words = evidence.prefix(Self.mostReasons).map { "\(quoted($0.range)) (\($0.reason.id))" }
        let rest = evidence.count > words.count ? ["\(evidence.count - words.count) more"] : []
        return [name, shown, percent(confidence), (words + rest).joined(separator: ", ")]
    }

    private func quoted(_ range: Range<Int>) -> String { "\"\(view.words(in: range))\"" }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
