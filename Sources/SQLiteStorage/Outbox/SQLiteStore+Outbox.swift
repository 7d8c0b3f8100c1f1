package import Dialogue
import GRDB
package import Storage

extension SQLiteStore {
    package func outbox(idPrefix prefix: String) async throws(StorageError) -> [OutboxEntry] {
        try await read { database in
            var query = try Query(
                database, OutboxReader.select + " WHERE outbox.id >= ?1 AND outbox.id < ?2 ORDER BY outbox.id LIMIT 2")
            try query.putRange(ofPrefix: prefix)
            return try database.outboxEntries(&query)
        }
    }

    package func outbox(before position: OutboxPosition?, limit: Int) async throws(StorageError) -> [OutboxEntry] {
        try await read { database in
            var query = try Query(database, Self.outboxPage)
            try query.put(position?.approvedAt)
            try query.put(position?.id)
            try query.put(max(0, limit))
            return try database.outboxEntries(&query)
        }
    }

    package func unfinishedOutbox(limit: Int) async throws(StorageError) -> [OutboxEntry] {
        try await read { database in
            var query = try Query(
                database, OutboxReader.select + " WHERE is_finished = 0 ORDER BY next_at, outbox.id LIMIT ?")
            try query.put(max(0, limit))
            return try database.outboxEntries(&query)
        }
    }

    package func commit(_ step: OutboxCommit) async throws(StorageError) -> CommitOutcome {
        try await write { database, known in
            guard try OutboxWriter(database).take(step.change) else { return .takeBack(.superseded) }
            if step.threads.isEmpty { return .keep(.committed) }
            var page = PageCommit()
            page.threads = step.threads
            var writer = try PageWriter(database, known: known)
            return try writer.write(page)
        }
    }

    package func published(remoteIDs keys: Set<PostKey>) async throws(StorageError) -> Set<PostKey> {
        try await read { database in
            var find = try Query(database, "SELECT 1 FROM outbox WHERE target_network = ? AND reply_id = ?")
            return try keys.filter { key in
                try find.put(key.network.name)
                try find.put(key.remoteID)
                return try find.first { _ in true } ?? false
            }
        }
    }

    private static let outboxPage =
        OutboxReader.select
            + """
             WHERE outbox.approved_at <= coalesce(?1, 9223372036854775807)
                AND (?1 IS NULL OR outbox.approved_at < ?1 OR outbox.id < ?2)
            ORDER BY outbox.approved_at DESC, outbox.id DESC LIMIT ?3
            """
}

extension Database {
    fileprivate func outboxEntries(_ query: inout Query) throws -> [OutboxEntry] {
        var reader = try OutboxReader(self)
        return try reader.entries(&query)
    }
}
