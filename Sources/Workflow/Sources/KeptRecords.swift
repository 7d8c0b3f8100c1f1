import Dialogue
import Storage

/// The broken records of a source that were in quarantine before a reading began.
///
/// A file that is read again brings the same broken records again: they are told again, and kept once.
struct KeptRecords: Sendable {
    private static let pageRecords = 1_000

    private var hashes: Set<ContentHash> = []

    init(of source: String, in store: any Store) async throws(StorageError) {
        var position: Int64 = 0
        while case let page = try await store.quarantine(after: position, limit: Self.pageRecords), let last = page.last
        {
            for record in page where record.source == source { hashes.insert(ContentHash(ofBytes: record.raw)) }
            position = last.id
        }
    }

    /// Those of `records` that are not kept yet.
    func fresh(among records: [NewQuarantine]) -> [NewQuarantine] {
        hashes.isEmpty ? records : records.filter { !hashes.contains(ContentHash(ofBytes: $0.raw)) }
    }
}
