package import Dialogue
package import Storage

extension SQLiteStore {
    package func threads(touchedBy keys: Set<PostKey>) async throws(StorageError) -> [ThreadFacts] {
        try await readInTurn { database, _ in
            var reader = try ThreadReader(database)
            var rows: Set<Int64> = []
            for key in keys {
                if let row = try reader.row(touchedBy: key) { rows.insert(row) }
            }
            return try rows.sorted().map { try reader.facts($0) }
        }
    }

    package func commit(_ page: PageCommit) async throws(StorageError) -> CommitOutcome {
        if page.isEmpty { return .committed }
        return try await write { database, known in
            var writer = try PageWriter(database, known: known)
            return try writer.write(page)
        }
    }
}
