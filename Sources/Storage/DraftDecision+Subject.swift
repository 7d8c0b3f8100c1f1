package import Dialogue

extension DraftDecision {
    /// The draft and the version that were decided on.
    package var subject: (draft: String, version: Int) {
        switch self {
        case .approved(let record): (record.draft, record.version)
        case .rejected(let record): (record.draft, record.version)
        }
    }

    /// Nil for a rejection.
    package var approval: ApprovalRecord? {
        if case .approved(let record) = self { record } else { nil }
    }
}
