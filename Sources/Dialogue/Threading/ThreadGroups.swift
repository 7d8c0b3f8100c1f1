/// Threads that merged conversations tie together: what changes in one of them changes conversations in all.
package enum ThreadGroups {
    /// Each thread in exactly one group; most stand alone.
    package static func groups(of threads: [ThreadFacts]) -> [[ThreadFacts]] {
        guard threads.contains(where: { !$0.decisions.isEmpty }) else { return threads.map { [$0] } }
        var holder: [PostKey: Int] = [:]
        for (index, thread) in threads.enumerated() where !thread.decisions.isEmpty {
            for post in thread.posts {
                holder[PostKey(network: thread.key.network, remoteID: post.remoteID)] = index
            }
        }
        var group = Array(threads.indices)
        func root(_ index: Int) -> Int {
            var current = index
            while group[current] != current { current = group[current] }
            return current
        }
        for (index, thread) in threads.enumerated() {
            for link in thread.links {
                guard let other = holder[link] else { continue }
                let (first, second) = (root(index), root(other))
                if first != second { group[max(first, second)] = min(first, second) }
            }
        }
        let members = Dictionary(grouping: threads.indices, by: root)
        return members.keys.sorted().map { (members[$0] ?? []).map { threads[$0] } }
    }
}
