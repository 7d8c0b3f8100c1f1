/// One brand identity on one platform, as threading needs to know it.
package struct Account: Hashable, Sendable {
    /// The name in the settings, or the one an import gave it.
    package let name: String
    /// `mastodon`, `facebook`, `export`, …: the word of the settings.
    package let platform: String
    /// The network on which its posts and ids live.
    package let network: Network
    /// The author the brand writes as: its id, or its handle where the id is not known.
    package let author: Author
    /// Whether it takes the threads in which no brand speaks (an import's account `unassigned`).
    package let takesUnassigned: Bool

    package init(name: String, platform: String, network: Network, author: Author, takesUnassigned: Bool = false) {
        self.name = name
        self.platform = platform
        self.network = network
        self.author = author
        self.takesUnassigned = takesUnassigned
    }
}
