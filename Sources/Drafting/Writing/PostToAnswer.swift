package import Dialogue

/// A post that waits for an answer, as drafting needs it.
package struct PostToAnswer: Hashable, Sendable {
    package let key: PostKey
    /// What the customer wrote.
    package let text: String
    /// How it was read.
    package let labels: TriageSummary
    /// The particulars found in it; empty where none were looked for.
    package let details: [Detail]

    package init(key: PostKey, text: String, labels: TriageSummary, details: [Detail] = []) {
        self.key = key
        self.text = text
        self.labels = labels
        self.details = details
    }

    /// A post with its whole triage.
    package init(key: PostKey, text: String, triage: Triage) {
        self.init(key: key, text: text, labels: triage.summary, details: triage.details ?? [])
    }
}
