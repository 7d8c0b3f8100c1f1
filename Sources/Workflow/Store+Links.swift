import Dialogue
import Storage

extension Store {
    /// The threads with every other to which merged conversations lead from them, however far.
    func withLinks(_ threads: [ThreadFacts]) async throws(StorageError) -> [ThreadFacts] {
        var found = threads
        var asked = Set(threads.flatMap(Self.posts))
        while case let missing = Set(found.flatMap(\.links)).subtracting(asked), !missing.isEmpty {
            asked.formUnion(missing)
            let known = Set(found.map(\.key))
            for thread in try await self.threads(touchedBy: missing) where !known.contains(thread.key) {
                asked.formUnion(Self.posts(of: thread))
                found.append(thread)
            }
        }
        return found
    }

    /// One thread and those that are linked to it; nil when it is not stored.
    func linkedThreads(_ key: ThreadKey) async throws(StorageError) -> [ThreadFacts]? {
        guard let facts = try await thread(key) else { return nil }
        return facts.links.isEmpty ? [facts] : try await withLinks([facts])
    }

    private static func posts(of thread: ThreadFacts) -> [PostKey] {
        thread.decisions.isEmpty
            ? [] : thread.posts.map { PostKey(network: thread.key.network, remoteID: $0.remoteID) }
    }
}
