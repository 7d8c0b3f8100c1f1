/// What was learned of one language, and its twin that has never seen the lessons which are kept aside.
///
/// The twin is judged in the place of the other: who has learned an answer by heart proves nothing with it.
package struct TaughtModel: Hashable, Sendable {
    /// Learned from everything: reads posts.
    package let used: TriageModel
    /// Learned without the lessons kept aside: is measured against the next.
    package let judged: TriageModel

    package init(used: TriageModel, judged: TriageModel) {
        self.used = used
        self.judged = judged
    }

    /// The shipped model has seen no lesson at all, and is its own twin.
    package init(shipped model: TriageModel) {
        self.init(used: model, judged: model)
    }
}
