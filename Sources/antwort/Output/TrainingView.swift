import Dialogue
import Storage
import Workflow

/// What one training came to, label by label.
struct TrainingView {
    let trained: TrainingDesk.Trained

    func lines(width: Int?) -> [String] {
        var table = Table(["LABEL", "LESSONS", "ASIDE", "BEFORE", "AFTER", "SO"])
        for trial in trained.report.trials where trial.lessons > 0 {
            table.add([
                trial.label.rawValue, String(trial.lessons), String(trial.aside), ShareText.text(trial.before),
                ShareText.text(trial.after), reason(trial),
            ])
        }
        let lead = "\(trained.language.rawValue): \(Counted.text(trained.lessons, "lesson")); \(outcome)"
        return [lead] + (table.isEmpty ? [] : table.lines(width: width))
    }

    private var outcome: String {
        guard let model = trained.model else { return "what was in use stays." }
        return "model \(model.number) is in use now. 'antwort triage rollback' takes it back."
    }

    private func reason(_ trial: LabelTrial) -> String {
        switch trial.verdict {
        case .learned: "learned: it reads those aside better"
        case .noBetter where (trial.after ?? 0) > (trial.before ?? 0):
            "not taken: it finds too few of those who need an answer (\(ShareText.text(trial.recallAfter)))"
        case .noBetter: "not taken: it reads those aside no better"
        case .tooFew: "not tried: \(DeskTraining.leastAside) have to be aside"
        case .nothingNew: "nothing new"
        }
    }

    var json: JSONValue {
        .object([
            ("language", .text(trained.language.rawValue)), ("lessons", .count(trained.lessons)),
            ("model", trained.model.map { .integer($0.number) } ?? .null),
            ("labels", .list(trained.report.trials.map(json))),
        ])
    }

    private func json(_ trial: LabelTrial) -> JSONValue {
        func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
        return .object([
            ("label", .text(trial.label.rawValue)), ("verdict", .text(trial.verdict.rawValue)),
            ("lessons", .count(trial.lessons)), ("aside", .count(trial.aside)), ("before", number(trial.before)),
            ("after", number(trial.after)), ("recall_before", number(trial.recallBefore)),
            ("recall_after", number(trial.recallAfter)),
        ])
    }
}
