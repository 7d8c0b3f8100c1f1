package import ServiceHours

/// One of the texts that were offered for a post, kept with its draft.
package struct OfferedText: Hashable, Sendable {
    package let text: ReplyText
    package let origin: DraftOrigin
    package let findings: [CheckFinding]
    /// The last instant at which these words are true; nil when they stay true.
    package let expiresAt: Instant?

    package init(text: ReplyText, origin: DraftOrigin, findings: [CheckFinding], expiresAt: Instant? = nil) {
        self.text = text
        self.origin = origin
        self.findings = findings
        self.expiresAt = expiresAt
    }
}
