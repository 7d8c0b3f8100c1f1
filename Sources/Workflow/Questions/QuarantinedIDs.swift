package import Storage

extension Store {
    /// The ids of all quarantined records, oldest first.
    /// - Parameter source: only of this source; nil for all.
    package func quarantinedIDs(of source: String?) async throws(StorageError) -> [Int64] {
        var ids: [Int64] = []
        var position: Int64 = 0
        while case let page = try await quarantine(after: position, limit: 1_000), let last = page.last {
            ids += page.filter { source == nil || $0.source == source }.map(\.id)
            position = last.id
        }
        return ids
    }
}
