/// Something about a post that a person must know before any answer is drafted.
package enum TriageFlag: String, Hashable, Sendable, CaseIterable {
    /// Harm or the threat of it: no draft, tell a human.
    case crisis
    case legal
    case press
    /// The author asks for, or for the deletion of, data about themselves.
    case privacyRequest = "privacy_request"
    case minor
    case discrimination
    /// The post shows data that should not stand in public; where, says ``Triage/personalData``.
    case personalData = "personal_data"
    case competitor
    case spam
    case threatToLeave = "threat_to_leave"
}
