/// Where notices go: to people by mail, or to a room by a web hook.
package struct AlertChannelSettings: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case email(EmailChannelSettings)
        case webhook(WebhookChannelSettings)
    }

    /// Lower-case letters, digits, `.`, `_`, `-`; unique.
    package let name: String
    package let kind: Kind

    package init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}
