/// A service on which a brand has an account; the raw value is the word of the settings.
package enum Platform: String, CaseIterable, Hashable, Sendable {
    case mastodon, bluesky, facebook, instagram, x, youtube, reddit, discourse, google, trustpilot
    /// Known from export files alone.
    case export

    /// Whether every server numbers its own posts, so that an id means something only together with its server.
    package var hasLocalIDs: Bool {
        switch self {
        case .mastodon, .discourse: true
        case .bluesky, .facebook, .instagram, .x, .youtube, .reddit, .google, .trustpilot, .export: false
        }
    }
}
