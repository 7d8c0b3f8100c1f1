package import Dialogue
package import Transfers

/// A way by which on-call hears of something.
package struct NoticeChannel: Sendable {
    package enum Kind: Sendable {
        case mail(MailChannel)
        case hook(HookChannel)
    }

    /// As in the settings.
    package let name: String
    package let kind: Kind

    package init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// Whom it reaches, as far as it may be shown.
    package var recipients: [String] {
        switch kind {
        case .mail(let mail): mail.to.map(\.text)
        case .hook: [name]
        }
    }
}

/// A mail server and those who read.
package struct MailChannel: Sendable {
    package let url: String
    package let from: MailAddress
    package let to: [MailAddress]
    package let user: String?
    /// Asked when a mail is sent.
    package let password: @Sendable () throws -> String?

    package init(
        url: String, from: MailAddress, to: [MailAddress], user: String?,
        password: @escaping @Sendable () throws -> String?
    ) {
        self.url = url
        self.from = from
        self.to = to
        self.user = user
        self.password = password
    }
}

/// An address that takes JSON.
package struct HookChannel: Sendable {
    package let format: HookPayload.Format
    package let allowsPlainHTTP: PlainHTTPPermission
    package let proxy: String
    /// Asked when something is sent: the address is a secret.
    package let url: @Sendable () throws -> String

    package init(
        format: HookPayload.Format, allowsPlainHTTP: PlainHTTPPermission, proxy: String,
        url: @escaping @Sendable () throws -> String
    ) {
        self.format = format
        self.allowsPlainHTTP = allowsPlainHTTP
        self.proxy = proxy
        self.url = url
    }
}
