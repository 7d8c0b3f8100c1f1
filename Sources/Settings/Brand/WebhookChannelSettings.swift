/// The address that takes notices as JSON, and in which form.
package struct WebhookChannelSettings: Hashable, Sendable {
    /// Whoever knows the address of a web hook can post there: it is as good as a secret, and may stand in a file of its own.
    package enum Address: Hashable, Sendable {
        /// An absolute `https:` or `http:` URL.
        case url(String)
        /// The absolute path of the file with the URL, see ``SecretFile``.
        case file(String)
    }

    package let address: Address
    package let format: WebhookFormat
    /// Whether notices may go to other machines without TLS.
    package let allowsPlainHTTP: Bool

    package init(address: Address, format: WebhookFormat = .generic, allowsPlainHTTP: Bool = false) {
        self.address = address
        self.format = format
        self.allowsPlainHTTP = allowsPlainHTTP
    }
}

/// The form of the JSON; the raw value is the word of the settings.
package enum WebhookFormat: String, CaseIterable, Hashable, Sendable {
    case slack, teams
    /// Antwort's own.
    case generic
}
