import Dialogue
package import ServiceHours

/// A proposed reply with everything that explains it.
package struct DraftCandidate: Hashable, Sendable {
    /// The whole text to be published, in Unicode normalization form C.
    package let text: String
    /// Where its words come from; `wording.template` is the template's name, `wording.register` its variant.
    package let wording: WordingID
    /// Why this template, and which facts.
    package let reasons: [DraftReason]

    /// What the checks say.
    package let findings: [Finding]

    /// When the words stop being true ("tomorrow"); nil where they do not.
    package let expires: Instant?

    /// Whether a finding forbids approval.
    package var isBlocked: Bool { findings.contains { $0.level == .block } }
}
