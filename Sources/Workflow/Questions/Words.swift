package import Dialogue
package import Storage

extension Store {
    /// The current words of the opening posts, by conversation id.
    package func openingWords(of records: [ConversationRecord]) async throws(StorageError) -> [String: String] {
        try await words(of: records) { $0.opening }
    }

    /// The current words of the posts that wait for an answer, by conversation id.
    package func wordsOwed(in records: [ConversationRecord]) async throws(StorageError) -> [String: String] {
        try await words(of: records) { $0.wait?.origin ?? $0.opening }
    }

    private func words(
        of records: [ConversationRecord], post: (ConversationRecord) -> String
    ) async throws(StorageError) -> [String: String] {
        let keys = records.map { PostKey(network: $0.thread.network, remoteID: post($0)) }
        let wordings = try await wordings(of: Set(keys))
        var words: [String: String] = [:]
        for (record, key) in zip(records, keys) { words[record.id] = wordings[key]?.last { $0.isCurrent }?.text }
        return words
    }
}
