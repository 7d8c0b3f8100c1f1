package import HTTPTypes

/// A request as a connector wants it: everything but the server's address and the account's token, which the shell puts to it.
///
/// So no connector holds a secret, and no answer of a server can send a request to another host.
package struct ConnectorRequest: Hashable, Sendable {
    package let method: HTTPRequest.Method
    /// Path and query, percent-encoded, beginning with `/`: it goes behind the account's base URL.
    package let path: String
    /// Never holds credentials.
    package let headers: HTTPFields
    package let body: [UInt8]
    /// Whether the account's token goes with it.
    package let isAuthorized: Bool

    package init(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = [],
        isAuthorized: Bool = true
    ) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
        self.isAuthorized = isAuthorized
    }
}
