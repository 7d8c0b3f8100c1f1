package import Dialogue
package import Storage

/// How well the posts of one language are read that people have labelled.
package struct LearningFigures: Sendable {
    package let language: Language
    /// How many posts people have labelled, and how many of them are kept aside.
    package let lessons: Int
    package let aside: Int
    /// What reads posts now, and since when; nil for the shipped model that was never replaced.
    package let choice: ModelChoice?
    /// The model that was learned last; nil when none was.
    package let newest: ModelRecord?
    /// What the newest is compared with: the model in use, or the shipped one where it is itself in use. Nil for the shipped one.
    package let comparedWith: Int64?
    package var labels: [LabelFigures]
}

/// How well one label is read.
package struct LabelFigures: Sendable {
    package let label: LearnedLabel
    package internal(set) var lessons = 0
    package internal(set) var aside = 0
    /// On the lessons kept aside, by the twin of the model in use, which has not seen them.
    package internal(set) var inUse: ConfusionMatrix
    /// On the same lessons, by the model that came with the program.
    package internal(set) var shipped: ConfusionMatrix
    /// Which of all lessons kept aside the newest model reads otherwise than what it is compared with.
    package internal(set) var differences: [Difference] = []

    init(_ label: LearnedLabel) {
        self.label = label
        inUse = ConfusionMatrix(label)
        shipped = ConfusionMatrix(label)
    }

    /// Lessons that are read otherwise in the same way.
    package struct Difference: Hashable, Sendable {
        package let before: String
        package let after: String
        /// Of the lessons, in their order.
        package internal(set) var ids: [String]
        /// How many of them people have labelled as the newest model reads them, and how many as it was read before.
        package internal(set) var gained: Int
        package internal(set) var lost: Int
    }

    mutating func note(_ lesson: LabelledPost, readBefore before: String, after: String) {
        guard before != after else { return }
        let place =
            differences.firstIndex { $0.before == before && $0.after == after }
            ?? {
                differences.append(Difference(before: before, after: after, ids: [], gained: 0, lost: 0))
                return differences.count - 1
            }()
        differences[place].ids.append(lesson.id)
        if lesson.labels[label] == after { differences[place].gained += 1 }
        if lesson.labels[label] == before { differences[place].lost += 1 }
    }
}
