import Dialogue
import ServiceHours
import Storage
import Workflow

/// How well a language is read, label by label.
struct LearningView {
    let figures: LearningFigures
    /// Ids that are named for each change, at most.
    let examples: Int

    // MARK: For people

    func lines(in zone: ZoneRules) -> [String] {
        [
            "\(figures.language.rawValue): \(Counted.text(figures.lessons, "lesson")), \(figures.aside) kept aside. \(inUse(in: zone))"
        ] + figures.labels.filter { $0.lessons > 0 || !$0.differences.isEmpty }.flatMap(lines)
    }

    private func inUse(in zone: ZoneRules) -> String {
        guard let choice = figures.choice else { return "The shipped model is in use." }
        let name = choice.model.map { "Model \($0)" } ?? "The shipped model"
        return "\(name) is in use since \(LocalClockText.moment(choice.at, in: zone))."
    }

    private func lines(_ label: LabelFigures) -> [String] {
        var lines = [
            "", "\(label.label.rawValue): \(Counted.text(label.lessons, "lesson")), \(label.aside) kept aside",
        ]
        if label.aside > 0 {
            lines.append("  in use:  \(MatrixView(matrix: label.inUse).summary)")
            lines += label.inUse.lines.map { "  " + $0 }
            if figures.choice?.model != nil {
                lines.append("  shipped: \(MatrixView(matrix: label.shipped).summary)")
                lines += label.shipped.lines.map { "  " + $0 }
            }
        }
        guard let newest = figures.newest else { return lines }
        let other = figures.comparedWith.map { "model \($0)" } ?? "the shipped model"
        lines.append(
            "  model \(newest.number) reads \(differs(label)) of \(figures.aside) kept aside otherwise than \(other)")
        for change in label.differences.sorted(by: { $0.ids.count > $1.ids.count }) {
            let named = examples > 0 ? "; \(change.ids.prefix(examples).joined(separator: ", "))" : ""
            lines.append(
                SafeText.line(
                    "    \(change.before) -> \(change.after): \(change.ids.count) (\(change.gained) right now, \(change.lost) wrong now)\(named)"
                ))
        }
        return lines
    }

    private func differs(_ label: LabelFigures) -> Int { label.differences.reduce(0) { $0 + $1.ids.count } }

    // MARK: For programs

    var json: [JSONValue] {
        figures.labels.map { label in
            .object([
                ("language", .text(figures.language.rawValue)), ("label", .text(label.label.rawValue)),
                ("lessons", .count(label.lessons)), ("aside", .count(label.aside)),
                ("model", number(figures.choice?.model)), ("since", .instant(figures.choice?.at)),
                ("in_use", .object(MatrixView(matrix: label.inUse).fields)),
                ("shipped", .object(MatrixView(matrix: label.shipped).fields)),
                ("newest", number(figures.newest?.number)), ("compared_with", number(figures.comparedWith)),
                ("differs", .count(differs(label))),
                (
                    "changes",
                    .list(
                        label.differences.map { change in
                            .object([
                                ("from", .text(change.before)), ("to", .text(change.after)),
                                ("count", .count(change.ids.count)), ("gained", .count(change.gained)),
                                ("lost", .count(change.lost)),
                                ("examples", .list(change.ids.prefix(examples).map { .text($0) })),
                            ])
                        })
                ),
            ])
        }
    }

    private func number(_ value: Int64?) -> JSONValue { value.map { .integer($0) } ?? .null }
}
