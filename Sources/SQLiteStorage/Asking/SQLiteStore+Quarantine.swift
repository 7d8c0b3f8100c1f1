package import Storage

extension SQLiteStore {
    package func quarantine(after position: Int64, limit: Int) async throws(StorageError) -> [QuarantinedRecord] {
        try await read { database in
            var query = try Query(
                database,
                "SELECT id, source, place, code, reason, raw, at FROM quarantine WHERE id > ? ORDER BY id LIMIT ?")
            try query.put(position)
            try query.put(max(0, limit))
            var records: [QuarantinedRecord] = []
            try query.each { records.append(Self.record($0)) }
            return records
        }
    }

    package func quarantined(_ id: Int64) async throws(StorageError) -> QuarantinedRecord? {
        try await read { database in
            var query = try Query(
                database, "SELECT id, source, place, code, reason, raw, at FROM quarantine WHERE id = ?")
            try query.put(id)
            return try query.first { Self.record($0) }
        }
    }

    package func discard(quarantined ids: Set<Int64>) async throws(StorageError) -> Int {
        if ids.isEmpty { return 0 }
        return try await write { database, _ in
            var delete = try Query(database, "DELETE FROM quarantine WHERE id = ?")
            var count = 0
            for id in ids {
                try delete.put(id)
                try delete.run()
                count += delete.changes
            }
            return .keep(count)
        }
    }

    private static func record(_ row: Query.Row) -> QuarantinedRecord {
        QuarantinedRecord(
            id: row.int(0), source: row.text(1), place: row.text(2), code: row.text(3), reason: row.text(4),
            raw: row.bytes(5), at: row.instant(6))
    }
}
