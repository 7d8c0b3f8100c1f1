/// What became of each label in one training.
package struct TrainingReport: Hashable, Sendable, Codable {
    package let trials: [LabelTrial]

    package init(trials: [LabelTrial]) {
        self.trials = trials
    }

    package func trial(of label: LearnedLabel) -> LabelTrial? {
        trials.first { $0.label == label }
    }
}
