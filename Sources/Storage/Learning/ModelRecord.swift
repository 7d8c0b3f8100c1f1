package import Dialogue
package import ServiceHours

/// A model that was learned here, without its weights. Never changed.
package struct ModelRecord: Hashable, Sendable {
    /// Of how many models of a language the weights are kept, 3.3 MB each.
    package static let mostWeights = 10

    /// From 1, in the order of learning; never used again.
    package let number: Int64
    package let language: Language
    package let madeAt: Instant
    /// The one that was in use then; nil for the shipped one.
    package let base: Int64?
    /// How many lessons of the language there were.
    package let lessons: Int
    /// Empty when another release wrote it of other labels.
    package let report: TrainingReport

    package init(
        number: Int64, language: Language, madeAt: Instant, base: Int64?, lessons: Int, report: TrainingReport
    ) {
        self.number = number
        self.language = language
        self.madeAt = madeAt
        self.base = base
        self.lessons = lessons
        self.report = report
    }
}

/// A model that was just learned, to be kept and used.
package struct NewModel: Hashable, Sendable {
    package let language: Language
    package let madeAt: Instant
    package let base: Int64?
    package let lessons: Int
    package let report: TrainingReport
    package let weights: ModelWeights

    package init(
        language: Language, madeAt: Instant, base: Int64?, lessons: Int, report: TrainingReport, weights: ModelWeights
    ) {
        self.language = language
        self.madeAt = madeAt
        self.base = base
        self.lessons = lessons
        self.report = report
        self.weights = weights
    }
}

/// A model as a file holds it, and its twin that has never seen the lessons kept aside.
package struct ModelWeights: Hashable, Sendable {
    package let used: [UInt8]
    package let judged: [UInt8]

    package init(used: [UInt8], judged: [UInt8]) {
        self.used = used
        self.judged = judged
    }
}
