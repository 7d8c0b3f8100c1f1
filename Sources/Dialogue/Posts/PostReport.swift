package import ServiceHours

/// What a source says about one post.
package enum PostReport: Hashable, Sendable {
    /// The post exists, in this wording.
    case said(Post)
    /// The post is gone. `at` is the platform's time of the deletion, nil where it only shows that the post is missing.
    case deleted(PostKey, at: Instant?)

    package var key: PostKey {
        switch self {
        case .said(let post): post.key
        case .deleted(let key, _): key
        }
    }
}
