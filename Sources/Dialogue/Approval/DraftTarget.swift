/// The post a draft replies to, as it stood when the draft was made.
package struct DraftTarget: Hashable, Sendable {
    package let key: PostKey
    /// Its wording then.
    package let hash: ContentHash
    /// Who could read it: a reply is never more visible than this.
    package let visibility: Visibility

    package init(key: PostKey, hash: ContentHash, visibility: Visibility) {
        self.key = key
        self.hash = hash
        self.visibility = visibility
    }
}
