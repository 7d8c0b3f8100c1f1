package import Dialogue

/// One brand identity on one platform and how its servers are reached.
package struct AccountSettings: Hashable, Sendable {
    /// Lower-case letters, digits, `.`, `_`, `-`; unique.
    package let name: String
    package let platform: Platform
    /// The base URL of the server without a trailing slash; nil where the platform has only one.
    package let url: String?
    /// Where its posts' ids mean something.
    package let network: Network
    /// What people type to address the brand, without a leading `@`.
    package let handle: String?
    /// The platform's id of the brand as an author.
    package let id: String?
    package let timeouts: AccountTimeouts
    /// Whether requests may go to other machines without TLS.
    package let allowsPlainHTTP: Bool
    /// This account's own choice; nil where the brand's holds.
    package let proxy: AccountProxy?
    /// The absolute path of the file with the account's token; nil if the settings name none. See ``SecretPlace``.
    package let tokenFile: String?
    package let publish: PublishSettings

    package init(
        name: String, platform: Platform, url: String? = nil, network: Network, handle: String? = nil,
        id: String? = nil,
        timeouts: AccountTimeouts = AccountTimeouts(), allowsPlainHTTP: Bool = false, proxy: AccountProxy? = nil,
        tokenFile: String? = nil, publish: PublishSettings = PublishSettings()
    ) {
        self.name = name
        self.platform = platform
        self.url = url
        self.network = network
        self.handle = handle
        self.id = id
        self.timeouts = timeouts
        self.allowsPlainHTTP = allowsPlainHTTP
        self.proxy = proxy
        self.tokenFile = tokenFile
        self.publish = publish
    }

    /// The account as threading knows it.
    package var identity: Account {
        Account(
            name: name, platform: platform.rawValue, network: network,
            author: Author(id: id ?? handle ?? name, handle: handle))
    }
}

/// How long the servers of an account may take.
package struct AccountTimeouts: Hashable, Sendable {
    /// 100 to 600,000.
    package let connectMilliseconds: Int
    /// 100 to 86,400,000; nil if the settings say nothing: then 60 s for an exchange, no end for an export.
    package let totalMilliseconds: Int?

    package init(connectMilliseconds: Int = 10_000, totalMilliseconds: Int? = nil) {
        self.connectMilliseconds = connectMilliseconds
        self.totalMilliseconds = totalMilliseconds
    }
}

/// An account's own choice of a proxy.
package enum AccountProxy: Hashable, Sendable {
    /// Directly, whatever the brand's proxy is.
    case none
    /// The proxy's URL.
    case url(String)
}
