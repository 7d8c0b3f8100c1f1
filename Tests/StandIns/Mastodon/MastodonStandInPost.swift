/// A post on a stand-in server.
package struct MastodonStandInPost: Hashable, Sendable {
    package let id: String
    /// `user` or `user@host`.
    package let author: String
    package internal(set) var text: String
    package let parent: String?
    package let visibility: String
    package let language: String?
    /// Seconds since 1970.
    package let at: Int64
    package internal(set) var editedAt: Int64?
}
