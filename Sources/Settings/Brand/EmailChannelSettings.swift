/// The server that takes notices as mail, and who gets them.
package struct EmailChannelSettings: Hashable, Sendable {
    /// `smtp://server:port`, where TLS is agreed upon before anything else is said, or `smtps://server:port`; without a path.
    package let url: String
    /// A mail address, `name@domain`.
    package let from: String
    /// Mail addresses, 1 to 50, each once.
    package let to: [String]
    /// nil where the server asks nobody who they are.
    package let login: MailLogin?

    package init(url: String, from: String, to: [String], login: MailLogin? = nil) {
        self.url = url
        self.from = from
        self.to = to
        self.login = login
    }
}

/// As whom mail is handed in.
package struct MailLogin: Hashable, Sendable {
    package let user: String
    /// The absolute path of the file with the password, see ``SecretFile``.
    package let passwordFile: String

    package init(user: String, passwordFile: String) {
        self.user = user
        self.passwordFile = passwordFile
    }
}
