/// What names a thread: the network and the id of its topmost post, whether we hold that post or only its replies name it.
package struct ThreadKey: Hashable, Comparable, Sendable {
    package let network: Network
    package let root: String

    package init(network: Network, root: String) {
        self.network = network
        self.root = root
    }

    package static func < (left: ThreadKey, right: ThreadKey) -> Bool {
        left.network == right.network ? left.root < right.root : left.network < right.network
    }
}
