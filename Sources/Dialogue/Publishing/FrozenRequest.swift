/// The one request that publishes a reply, fixed when it was approved: every attempt sends these bytes and this key.
///
/// It holds no secret: the connector adds the token when it leaves.
package struct FrozenRequest: Hashable, Sendable {
    /// `POST`, or `PUT` where the platform has one reply for a post.
    package let method: String
    /// Path and query below the account's base URL.
    package let path: String
    package let contentType: String
    package let body: [UInt8]
    /// What the platform recognises a repetition by; nil where it recognises none.
    package let key: String?

    package init(method: String, path: String, contentType: String, body: [UInt8], key: String?) {
        self.method = method
        self.path = path
        self.contentType = contentType
        self.body = body
        self.key = key
    }
}
