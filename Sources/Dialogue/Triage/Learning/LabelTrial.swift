/// How what was learned of one label did on the lessons kept aside, and what became of it.
package struct LabelTrial: Hashable, Sendable, Codable {
    package enum Verdict: String, Hashable, Sendable, Codable {
        /// It read better than what was used before, and has taken its place.
        case learned
        /// It read no better: what was used before stays.
        case noBetter = "no_better"
        /// Too few lessons are kept aside to tell: what was used before stays.
        case tooFew = "too_few"
        /// There is no new lesson.
        case nothingNew = "nothing_new"
    }

    package let label: LearnedLabel
    /// The lessons it was tried on.
    package let mark: LessonMark
    package let lessons: Int
    /// How many of them are kept aside.
    package let aside: Int
    package var verdict: Verdict = .nothingNew
    /// How well the lessons kept aside were read before and by what was learned: see ``score(of:)``. Nil when it was not tried.
    package private(set) var before: Double?
    package private(set) var after: Double?
    /// How many of those who need an answer were seen to, 0…1; nil for other labels.
    package private(set) var recallBefore: Double?
    package private(set) var recallAfter: Double?

    package init(label: LearnedLabel, mark: LessonMark, lessons: Int, aside: Int) {
        self.label = label
        self.mark = mark
        self.lessons = lessons
        self.aside = aside
    }

    /// What a reading is measured by, 0…1: macro F1, that is the mean over the words, so that a rare one counts as much as a frequent one.
    package static func score(of matrix: ConfusionMatrix) -> Double { matrix.macroF1 }

    /// Decides by what both read: the new one has to be better, and must not set aside more of those who need an answer.
    /// - Parameter leastRecall: the share of those who need an answer that is good enough whatever the share was before.
    package mutating func judge(before: ConfusionMatrix, after: ConfusionMatrix, leastRecall: Double) {
        let scores = (before: Self.score(of: before), after: Self.score(of: after))
        (self.before, self.after) = scores
        var isSafe = true
        if label == .needsAnswer {
            let recalls = (before: before.recall(of: "true"), after: after.recall(of: "true"))
            (recallBefore, recallAfter) = recalls
            isSafe = recalls.after >= min(leastRecall, recalls.before)
        }
        verdict = isSafe && scores.after > scores.before ? .learned : .noBetter
    }
}
