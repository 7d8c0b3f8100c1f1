import Dialogue

/// Why nothing is drafted, and what may be said all the same.
package struct NoAnswer: Hashable, Sendable {
    /// Why no draft is due. The raw value is printed as `no_answer`.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Harm or the threat of it: tell a human.
        case crisis
        case legal
        case press
        case privacyRequest = "privacy_request"
        case minor
        case discrimination
        case spam
        case abuse
        /// A goodbye: like it, say a short goodbye, or leave it.
        case closing
        /// The author asks for nothing.
        case nothingAsked = "nothing_asked"
        /// There is no template for the occasion.
        case noTemplate = "no_template"

        static let ofFlags: [(flag: TriageFlag, reason: Reason)] = [
            (.crisis, .crisis), (.minor, .minor), (.discrimination, .discrimination), (.legal, .legal),
            (.press, .press), (.privacyRequest, .privacyRequest), (.spam, .spam),
        ]

        /// What a person does instead.
        package var advice: String {
            switch self {
            case .crisis: "no draft: tell a human at once"
            case .minor, .discrimination, .legal: "no draft: tell a human"
            case .press: "no draft: hand over to the press desk"
            case .privacyRequest: "no draft: hand over to the privacy officer"
            case .spam: "nothing to answer; hide or report it on the network"
            case .abuse: "no draft: a human decides whether to answer"
            case .closing: "like, short goodbye or nothing"
            case .nothingAsked: "nothing is asked; like it or leave it"
            case .noTemplate: "write the reply by hand, or add a template"
            }
        }
    }

    /// Why.
    package let reason: Reason

    /// What may be said though nothing is due: a short goodbye.
    package let courtesies: [DraftCandidate]
}
