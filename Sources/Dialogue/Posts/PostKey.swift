/// What makes a post the same post, however it arrives: its network and the id it has there.
package struct PostKey: Hashable, Comparable, Sendable {
    package let network: Network
    /// The platform's id, never parsed: an opaque text.
    package let remoteID: String

    package init(network: Network, remoteID: String) {
        self.network = network
        self.remoteID = remoteID
    }

    package static func < (left: PostKey, right: PostKey) -> Bool {
        left.network == right.network ? left.remoteID < right.remoteID : left.network < right.network
    }
}
