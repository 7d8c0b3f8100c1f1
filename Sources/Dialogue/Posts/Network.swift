/// Where a remote id means something: a platform, and its server where every server numbers its own posts.
///
/// `facebook`, `mastodon:social.example`, `twcs`. Two accounts on one network see the same posts under the same ids, so a post that
/// reaches us through both is one post.
package struct Network: Hashable, Comparable, Sendable {
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    package static func < (left: Network, right: Network) -> Bool {
        left.name < right.name
    }
}
